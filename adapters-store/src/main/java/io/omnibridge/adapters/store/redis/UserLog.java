package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import redis.clients.jedis.Protocol;

/**
 * One of a user's two logs: a stream of entries, and the fields of its chain head in {@link UserKeys#user}.
 *
 * @param <E> kind of its events
 */
record UserLog<E>(
        Function<UserKeys, String> stream, String headPosition, String headMac, BiFunction<UserId, Reply, E> entry) {

    static final UserLog<ChainedEvent> CHANGES =
            new UserLog<>(UserKeys::auditLog, UserFields.HEAD_POSITION, UserFields.HEAD_MAC, EventEntry::event);

    static final UserLog<ChainedUse> USES =
            new UserLog<>(UserKeys::uses, UserFields.USE_HEAD_POSITION, UserFields.USE_HEAD_MAC, UseEntry::use);

    /** Reads a page by a script whose arguments are the newest position and the limit, and which returns two parts. */
    <P> Command<P> page(Script script, UserId user, long before, int limit, Function<List<Reply>, P> parser) {
        UserKeys keys = UserKeys.of(user);
        return script.onKeys(
                List.of(keys.user(), stream.apply(keys)),
                List.of(Math.max(before, 1) - 1, limit),
                reply -> RedisValue.read(() -> parser.apply(reply.list(2))));
    }

    Command<List<E>> oldestFirst(UserId user, long after, int limit) {
        return Command.onKey(
                Protocol.Command.XRANGE,
                stream.apply(UserKeys.of(user)),
                reply -> RedisValue.read(() -> entries(user, reply)),
                after + "-1",
                "+",
                "COUNT",
                limit);
    }

    /** A plain command: if the key has another type, the chain head cannot be read, and the server is not at fault. */
    Command<StoredChainHead> head(UserId user) {
        return Command.onKey(
                Protocol.Command.HMGET,
                UserKeys.of(user).user(),
                reply -> RedisValue.read(() -> head(reply.list(2))),
                headPosition,
                headMac);
    }

    /** @param positionAndMac the two fields, and perhaps more behind them */
    static StoredChainHead head(List<Reply> positionAndMac) {
        return UserFields.head(positionAndMac.get(0), positionAndMac.get(1));
    }

    List<E> entries(UserId user, Reply entries) {
        return entries.list().stream().map(each -> entry.apply(user, each)).toList();
    }
}
