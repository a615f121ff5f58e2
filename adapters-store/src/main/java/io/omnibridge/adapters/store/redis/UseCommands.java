package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedUsePage;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Protocol;

/** Commands that read a page of a log of uses, and its base. */
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
        return UserLog.USES.page(PAGE, user, before, limit, parts -> page(user, parts));
    }

    static Command<Optional<UseBase>> base(UserId user) {
        return Command.onKey(
                Protocol.Command.HMGET,
                UserKeys.of(user).user(),
                reply -> RedisValue.read(() -> base(reply.list(4))),
                UserFields.USE_BASE.toArray());
    }

    private static ChainedUsePage page(UserId user, List<Reply> parts) {
        List<Reply> headAndBase = parts.get(0).list(3);
        return new ChainedUsePage(
                UserLog.head(headAndBase),
                UserLog.USES.entries(user, parts.get(1)),
                UserFields.number(headAndBase.get(2)) + 1);
    }

    /** All parts of a base are there, or none. */
    private static Optional<UseBase> base(List<Reply> parts) {
        if (parts.stream().allMatch(part -> part.optionalBytes().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new UseBase(
                UserLog.head(parts),
                LeaseCommands.time(parts.get(2)).orElseThrow(),
                new EventMac(parts.get(3).optionalBytes().orElseThrow())));
    }
}
