package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Protocol;

/** Stream of a user's audit log, for an attacker who can write Redis: a stream cannot be changed, but replaced. */
public record StoredAuditLog(RedisProcess server, UserKeys keys, List<Event> events) {

    /** @param fields names and values in turn */
    private record Event(String id, List<byte[]> fields) {

        /** The MAC is the last field. */
        byte[] mac() {
            return fields.get(fields.size() - 1);
        }
    }

    public static StoredAuditLog of(RedisProcess server, UserId user) {
        UserKeys keys = UserKeys.of(user);
        Reply stream = new Reply(server.ask(jedis -> jedis.xrange(bytes(keys.auditLog()), bytes("-"), bytes("+"))));
        return new StoredAuditLog(
                server, keys, stream.list().stream().map(StoredAuditLog::event).toList());
    }

    public StoredAuditLog with(int position, String field, String value) {
        List<byte[]> fields = new ArrayList<>(events.get(position - 1).fields());
        for (int i = 0; i < fields.size(); i += 2) {
            if (new String(fields.get(i), StandardCharsets.UTF_8).equals(field)) {
                fields.set(i + 1, bytes(value));
            }
        }
        return with(position, fields);
    }

    public StoredAuditLog swapped(int first, int second) {
        return with(first, events.get(second - 1).fields())
                .with(second, events.get(first - 1).fields());
    }

    public StoredAuditLog without(int position) {
        List<Event> fewer = new ArrayList<>(events);
        fewer.remove(position - 1);
        return new StoredAuditLog(server, keys, fewer);
    }

    public StoredAuditLog upTo(int position) {
        return new StoredAuditLog(server, keys, events.subList(0, position));
    }

    /** Writes the stream, and a chain head at its last event. */
    public void writeWithHead() {
        write();
        Event last = events.get(events.size() - 1);
        server.ask(jedis -> jedis.hset(
                bytes(keys.user()),
                Map.of(
                        bytes("chain_head_position"),
                        bytes(Integer.toString(events.size())),
                        bytes("chain_head_mac"),
                        last.mac())));
    }

    public void removeHead() {
        server.ask(jedis -> jedis.del(keys.user()));
    }

    public void write() {
        server.ask(jedis -> jedis.del(keys.auditLog()));
        events.forEach(event -> server.ask(jedis -> jedis.sendCommand(Protocol.Command.XADD, xadd(event))));
    }

    private byte[][] xadd(Event event) {
        List<byte[]> arguments = new ArrayList<>(List.of(bytes(keys.auditLog()), bytes(event.id())));
        arguments.addAll(event.fields());
        return arguments.toArray(new byte[0][]);
    }

    private StoredAuditLog with(int position, List<byte[]> fields) {
        List<Event> changed = new ArrayList<>(events);
        changed.set(position - 1, new Event(events.get(position - 1).id(), fields));
        return new StoredAuditLog(server, keys, changed);
    }

    private static Event event(Reply entry) {
        List<Reply> idAndFields = entry.list(2);
        return new Event(
                idAndFields.get(0).text(),
                idAndFields.get(1).list().stream().map(Reply::bytes).toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
