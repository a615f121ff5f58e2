package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.RevocationCodec;
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

/** Commands that read pending revocations, and that replace one without an audit event. */
final class RevocationCommands {

    /** A key of another type must not stop a scan. */
    private static final Script READ = Script.reading("""
            local user = unpack(KEYS)
            local fields = redis.pcall('HGETALL', user)
            return fields.err and {0, {}} or {1, fields}
            """);

    private RevocationCommands() {}

    /** Field of a pending revocation. */
    private record Field(String name, Reply value) {

        PendingRevocation pendingRevocation(UserId user) {
            return RevocationCodec.parse(user, UserFields.revocationId(name), value.text());
        }

        Optional<PendingRevocation> readable(UserId user) {
            try {
                return Optional.of(RedisValue.read(() -> pendingRevocation(user)));
            } catch (UnreadableValue e) {
                return Optional.empty();
            }
        }
    }

    static Command<ReadableRevocations> readable(UserId user) {
        return READ.onKeys(List.of(UserKeys.of(user).user()), List.of(), reply -> readable(user, reply.list(2)));
    }

    /** Reads all of the user, ordered by id. */
    static Command<List<PendingRevocation>> all(UserId user) {
        return Command.onKey(
                Protocol.Command.HGETALL,
                UserKeys.of(user).user(),
                reply -> RedisValue.read(() -> fields(reply)
                        .map(field -> field.pendingRevocation(user))
                        .sorted(Comparator.comparing(
                                pendingRevocation -> pendingRevocation.id().value()))
                        .toList()));
    }

    /** Replaces {@code former} if it still is stored as it was. */
    static Command<Boolean> replace(PendingRevocation former, PendingRevocation next) {
        UserKeys keys = UserKeys.of(former.account().owner());
        return new HashField(keys.user(), UserFields.revocation(former.id()))
                .replace(RevocationCodec.of(former), RevocationCodec.of(next));
    }

    private static ReadableRevocations readable(UserId user, List<Reply> parts) {
        if (parts.get(0).number() == 0) {
            return new ReadableRevocations(List.of(), 1);
        }
        List<Optional<PendingRevocation>> found =
                fields(parts.get(1)).map(field -> field.readable(user)).toList();
        List<PendingRevocation> readable =
                found.stream().flatMap(Optional::stream).toList();
        return new ReadableRevocations(readable, found.size() - readable.size());
    }

    private static Stream<Field> fields(Reply namesAndValues) {
        List<Reply> all = namesAndValues.list();
        return IntStream.range(0, all.size() / 2)
                .mapToObj(i -> new Field(all.get(2 * i).text(), all.get(2 * i + 1)))
                .filter(field -> UserFields.isRevocation(field.name()));
    }
}
