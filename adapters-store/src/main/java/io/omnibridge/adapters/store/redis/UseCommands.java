package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.ChainedUsePage;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Protocol;

/** Commands that read logs of uses. */
final class UseCommands {

    private static final Script PAGE = Script.reading("""
            local user, uses = unpack(KEYS)
            local newest, limit = unpack(ARGV)
            local fields = redis.call('HMGET', user, 'use_head_position', 'use_head_mac', 'use_base_position')
            return {fields, redis.call('XREVRANGE', uses, newest, (fields[3] or '0') .. '-1', 'COUNT', limit)}
            """);

    private UseCommands() {}

    /** Reads the newest receipts before a position, and the chain head, at one moment. */
    static Command<ChainedUsePage> page(UserId user, long before, int limit) {
        UserKeys keys = UserKeys.of(user);
        return PAGE.onKeys(
                List.of(keys.user(), keys.uses()),
                List.of(Math.max(before, 1) - 1, limit),
                reply -> Row.read(() -> page(user, reply.list(2))));
    }

    static Command<List<ChainedUse>> oldestFirst(UserId user, long after, int limit) {
        return Command.onKey(
                Protocol.Command.XRANGE,
                UserKeys.of(user).uses(),
                reply -> Row.read(() -> uses(user, reply)),
                after + "-1",
                "+",
                "COUNT",
                Integer.toString(limit));
    }

    static Command<StoredChainHead> head(UserId user) {
        return Command.onKey(
                Protocol.Command.HMGET,
                UserKeys.of(user).user(),
                reply -> Row.read(() ->
                        UserFields.head(reply.list(2).get(0), reply.list(2).get(1))),
                UserFields.USE_HEAD_POSITION,
                UserFields.USE_HEAD_MAC);
    }

    static Command<Optional<UseBase>> base(UserId user) {
        return Command.onKey(
                Protocol.Command.HMGET,
                UserKeys.of(user).user(),
                reply -> Row.read(() -> base(reply.list(4))),
                UserFields.USE_BASE.toArray());
    }

    private static ChainedUsePage page(UserId user, List<Reply> parts) {
        List<Reply> fields = parts.get(0).list(3);
        return new ChainedUsePage(
                UserFields.head(fields.get(0), fields.get(1)),
                uses(user, parts.get(1)),
                UserFields.number(fields.get(2)) + 1);
    }

    private static List<ChainedUse> uses(UserId user, Reply entries) {
        return entries.list().stream().map(entry -> UseEntry.use(user, entry)).toList();
    }

    /** All parts of a base are there, or none. */
    private static Optional<UseBase> base(List<Reply> parts) {
        if (parts.stream().allMatch(part -> part.optionalBytes().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new UseBase(
                UserFields.head(parts.get(0), parts.get(1)),
                LeaseCommands.time(parts.get(2)).orElseThrow(),
                new EventMac(parts.get(3).optionalBytes().orElseThrow())));
    }
}
