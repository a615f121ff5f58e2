package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import redis.clients.jedis.Protocol;

/** How records are read. */
final class AuditLogCommands {

    private static final Script PAGE = Script.reading("""
            return {redis.call('HMGET', KEYS[1], 'count', 'mac'),
                    redis.call('XREVRANGE', KEYS[2], ARGV[1], '-', 'COUNT', ARGV[2])}
            """);

    private AuditLogCommands() {}

    /** The newest events before a position, and the head, as of one moment. */
    static Command<ChainedPage> page(UserId user, long before, int limit) {
        UserKeys keys = UserKeys.of(user);
        return PAGE.onKeys(
                List.of(keys.head(), keys.record()),
                List.of(Math.max(before, 1) - 1, limit),
                reply -> Row.read(() -> page(user, reply.list(2))));
    }

    static Command<List<ChainedEvent>> oldestFirst(UserId user, long after, int limit) {
        return Command.onKey(
                Protocol.Command.XRANGE,
                UserKeys.of(user).record(),
                reply -> Row.read(() -> events(user, reply)),
                after + "-1",
                "+",
                "COUNT",
                limit);
    }

    static Command<StoredChainHead> head(UserId user) {
        return Command.onKey(
                Protocol.Command.HMGET,
                UserKeys.of(user).head(),
                reply -> Row.read(() -> head(reply.list(2))),
                "count",
                "mac");
    }

    static StoredChainHead head(List<Reply> countAndMac) {
        return new StoredChainHead(
                Long.parseLong(countAndMac.get(0).optionalText().orElse("0")),
                new EventMac(countAndMac.get(1).optionalBytes().orElseGet(() -> new byte[0])));
    }

    private static ChainedPage page(UserId user, List<Reply> headAndEvents) {
        StoredChainHead head = head(headAndEvents.get(0).list(2));
        return new ChainedPage(head.toChainHead(), events(user, headAndEvents.get(1)));
    }

    private static List<ChainedEvent> events(UserId user, Reply entries) {
        return entries.list().stream()
                .map(entry -> EventEntry.event(user, entry))
                .toList();
    }
}
