package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.AttemptCodec;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.UnreadableValue;
import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import redis.clients.jedis.Protocol;

/**
 * Commands that read connect attempts, and the index by which a callback finds its attempt: a key for each hash of a
 * {@code state} parameter, in a slot of its own, whose value names owner and id. It expires by itself.
 */
final class AttemptCommands {

    /** How long an index key stays, and the attempts of a user after the last one began. */
    static final Duration TTL = AttemptChange.RETENTION.multipliedBy(2);

    private static final String CALLBACK = "omnibridge:callback:";

    private AttemptCommands() {}

    /** Owner and id of an attempt, as an index key has them. */
    record IndexedAttempt(UserId owner, AttemptId id) {

        private static IndexedAttempt parse(String text) {
            String[] parts = text.split(" ", 2);
            return new IndexedAttempt(UserKeys.decoded(parts[0]), new AttemptId(parts[1]));
        }
    }

    static Command<Optional<ConnectAttempt>> find(UserId owner, AttemptId id) {
        return Command.onKey(
                Protocol.Command.HGET,
                UserKeys.of(owner).attempts(),
                reply -> RedisValue.read(() -> reply.optionalText().map(json -> AttemptCodec.parse(owner, id, json))),
                id.value());
    }

    /** Reads all attempts of the user that can be read. */
    static Command<List<ConnectAttempt>> all(UserId owner) {
        return Command.onKey(
                Protocol.Command.HGETALL, UserKeys.of(owner).attempts(), reply -> readable(owner, reply.list()));
    }

    static Command<Optional<IndexedAttempt>> lookUp(HashedValue oauthState) {
        return Command.onKey(
                Protocol.Command.GET,
                callback(oauthState),
                reply -> RedisValue.read(() -> reply.optionalText().map(IndexedAttempt::parse)));
    }

    /** Sent again, it changes nothing. */
    static Command<String> addToIndex(ConnectAttempt attempt) {
        return Command.onKey(
                Protocol.Command.SET,
                callback(attempt.oauthState()),
                Reply::text,
                UserKeys.encoded(attempt.owner()) + " " + attempt.id().value(),
                "PX",
                TTL.toMillis());
    }

    /** Sent again, it changes nothing. */
    static Command<Long> removeFromIndex(HashedValue oauthState) {
        return Command.onKey(Protocol.Command.DEL, callback(oauthState), Reply::number);
    }

    private static String callback(HashedValue oauthState) {
        return CALLBACK + oauthState.sha256();
    }

    private static List<ConnectAttempt> readable(UserId owner, List<Reply> idsAndValues) {
        return IntStream.range(0, idsAndValues.size() / 2)
                .mapToObj(i -> readable(
                        owner,
                        idsAndValues.get(2 * i).text(),
                        idsAndValues.get(2 * i + 1).text()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ConnectAttempt> readable(UserId owner, String id, String json) {
        try {
            return Optional.of(RedisValue.read(() -> AttemptCodec.parse(owner, new AttemptId(id), json)));
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }
}
