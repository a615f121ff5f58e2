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
 * How attempts are read, and how a browser's way back to them is kept: a key for each state parameter, in a slot of its own,
 * that says whose attempt it is and goes by itself.
 */
final class AttemptCommands {

    /** For how long a way back is there, and the attempts of a user after the last one began. */
    static final Duration STAY = AttemptChange.RETENTION.multipliedBy(2);

    private static final String WAY_BACK = "omnibridge:state:";

    private AttemptCommands() {}

    /** Whose attempt a browser comes back for. */
    record Place(UserId owner, AttemptId id) {

        private static Place parse(String text) {
            String[] parts = text.split(" ", 2);
            return new Place(UserKeys.decoded(parts[0]), new AttemptId(parts[1]));
        }
    }

    static Command<Optional<ConnectAttempt>> find(UserId owner, AttemptId id) {
        return Command.onKey(
                Protocol.Command.HGET,
                UserKeys.of(owner).attempts(),
                reply -> Row.read(() -> reply.optionalText().map(text -> AttemptCodec.parse(owner, id, text))),
                id.value());
    }

    /** All of the user's that can be read. */
    static Command<List<ConnectAttempt>> all(UserId owner) {
        return Command.onKey(
                Protocol.Command.HGETALL, UserKeys.of(owner).attempts(), reply -> readable(owner, reply.list()));
    }

    static Command<Optional<Place>> place(HashedValue oauthState) {
        return Command.onKey(
                Protocol.Command.GET,
                wayBack(oauthState),
                reply -> Row.read(() -> reply.optionalText().map(Place::parse)));
    }

    /** Sent again, it changes nothing. */
    static Command<String> keepWayBack(ConnectAttempt attempt) {
        return Command.onKey(
                Protocol.Command.SET,
                wayBack(attempt.oauthState()),
                Reply::text,
                UserKeys.encoded(attempt.owner()) + " " + attempt.id().value(),
                "PX",
                STAY.toMillis());
    }

    /** Sent again, it changes nothing. */
    static Command<Long> removeWayBack(HashedValue oauthState) {
        return Command.onKey(Protocol.Command.DEL, wayBack(oauthState), Reply::number);
    }

    private static String wayBack(HashedValue oauthState) {
        return WAY_BACK + oauthState.sha256();
    }

    private static List<ConnectAttempt> readable(UserId owner, List<Reply> idsAndTexts) {
        return IntStream.range(0, idsAndTexts.size() / 2)
                .mapToObj(i -> readable(
                        owner,
                        idsAndTexts.get(2 * i).text(),
                        idsAndTexts.get(2 * i + 1).text()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ConnectAttempt> readable(UserId owner, String id, String text) {
        try {
            return Optional.of(Row.read(() -> AttemptCodec.parse(owner, new AttemptId(id), text)));
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }
}
