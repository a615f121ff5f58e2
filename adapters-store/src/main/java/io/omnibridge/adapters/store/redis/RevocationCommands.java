package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.redis.client.UnreadableValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol;

/** How obligations are read, and changed beside the record. */
final class RevocationCommands {

    private static final Script REPLACE = Script.writing("""
            if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
              return 0
            end
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
            return 1
            """);

    /** Something of another type than OmniBridge gives it must not stop a sweep. */
    private static final Script READ = Script.reading("""
            local head = redis.pcall('HGETALL', KEYS[1])
            return head.err and {0, {}} or {1, head}
            """);

    private RevocationCommands() {}

    /** What a user owes, and how much of it is not as OmniBridge writes it. */
    record Owed(List<PendingRevocation> pendingRevocations, int unreadable) {

        boolean isNothing() {
            return pendingRevocations.isEmpty() && unreadable == 0;
        }
    }

    /** An obligation as the head has it. */
    private record Field(String name, Reply value) {

        PendingRevocation pendingRevocation(UserId user) {
            return RevocationEntry.pendingRevocation(user, name, value.text());
        }

        Optional<PendingRevocation> readable(UserId user) {
            try {
                return Optional.of(Row.read(() -> pendingRevocation(user)));
            } catch (UnreadableValue e) {
                return Optional.empty();
            }
        }
    }

    static Command<Owed> readable(UserId user) {
        return READ.onKeys(List.of(UserKeys.of(user).head()), List.of(), reply -> owed(user, reply.list(2)));
    }

    /** All of the user's, ordered by id. */
    static Command<List<PendingRevocation>> all(UserId user) {
        return Command.onKey(
                Protocol.Command.HGETALL,
                UserKeys.of(user).head(),
                reply -> Row.read(() -> fields(reply)
                        .map(field -> field.pendingRevocation(user))
                        .sorted(Comparator.comparing(
                                pendingRevocation -> pendingRevocation.id().value()))
                        .toList()));
    }

    /** Answers whether it took place. */
    static Command<Boolean> replace(PendingRevocation former, PendingRevocation next) {
        return REPLACE.onKeys(
                List.of(UserKeys.of(former.account().owner()).head()),
                List.of(RevocationEntry.field(former.id()), RevocationEntry.value(former), RevocationEntry.value(next)),
                reply -> reply.number() == 1);
    }

    private static Owed owed(UserId user, List<Reply> parts) {
        if (parts.get(0).number() == 0) {
            return new Owed(List.of(), 1);
        }
        List<Optional<PendingRevocation>> owed =
                fields(parts.get(1)).map(field -> field.readable(user)).toList();
        List<PendingRevocation> readable =
                owed.stream().flatMap(Optional::stream).toList();
        return new Owed(readable, owed.size() - readable.size());
    }

    private static Stream<Field> fields(Reply namesAndValues) {
        List<Reply> head = namesAndValues.list();
        return IntStream.range(0, head.size() / 2)
                .mapToObj(i -> new Field(head.get(2 * i).text(), head.get(2 * i + 1)))
                .filter(field -> RevocationEntry.isField(field.name()));
    }
}
