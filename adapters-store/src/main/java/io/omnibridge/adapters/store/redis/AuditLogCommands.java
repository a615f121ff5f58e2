package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import redis.clients.jedis.Protocol;

/** Commands that read audit logs. */
final class AuditLogCommands {

    private static final Script PAGE = Script.reading("""
            local user, audit_log = unpack(KEYS)
            local newest, limit = unpack(ARGV)
            return {redis.call('HMGET', user, 'chain_head_position', 'chain_head_mac'),
                    redis.call('XREVRANGE', audit_log, newest, '-', 'COUNT', limit)}
            """);

    private AuditLogCommands() {}

    /** Reads the newest events before a position, and the chain head, at one moment. */
    static Command<ChainedPage> page(UserId user, long before, int limit) {
        UserKeys keys = UserKeys.of(user);
        return PAGE.onKeys(
                List.of(keys.user(), keys.auditLog()),
                List.of(Math.max(before, 1) - 1, limit),
                reply -> Row.read(() -> page(user, reply.list(2))));
    }

    static Command<List<ChainedEvent>> oldestFirst(UserId user, long after, int limit) {
        return Command.onKey(
                Protocol.Command.XRANGE,
                UserKeys.of(user).auditLog(),
                reply -> Row.read(() -> events(user, reply)),
                after + "-1",
                "+",
                "COUNT",
                limit);
    }

    /** A plain command: if the key has another type, the chain head cannot be read, and the server is not at fault. */
    static Command<StoredChainHead> head(UserId user) {
        return Command.onKey(
                Protocol.Command.HMGET,
                UserKeys.of(user).user(),
                reply -> Row.read(() -> head(reply)),
                UserFields.HEAD_POSITION,
                UserFields.HEAD_MAC);
    }

    private static ChainedPage page(UserId user, List<Reply> headAndEvents) {
        return new ChainedPage(head(headAndEvents.get(0)).toChainHead(), events(user, headAndEvents.get(1)));
    }

    private static List<ChainedEvent> events(UserId user, Reply entries) {
        return entries.list().stream()
                .map(entry -> EventEntry.event(user, entry))
                .toList();
    }

    private static StoredChainHead head(Reply positionAndMac) {
        List<Reply> parts = positionAndMac.list(2);
        return UserFields.head(parts.get(0), parts.get(1));
    }
}
