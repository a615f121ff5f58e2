package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.redis.client.UnreadableValue;
import io.omnibridge.adapters.store.spi.LeaseUpdate;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Commands that read leases of one user, and that seal one anew. Their fields are described in {@link LeaseScript}. */
final class LeaseCommands {

    private static final Script FIND = Script.reading("""
            local leases, sealed_leases = unpack(KEYS)
            local lease = unpack(ARGV)
            return {{lease, redis.call('HGET', sealed_leases, lease), redis.call('HGET', leases, lease .. ':expires_at'),
                     redis.call('HGET', leases, lease .. ':used'), redis.call('HGET', leases, lease .. ':ended_at')}}
            """);

    /** A key of another type must not stop a scan. */
    private static final Script ALL = Script.reading("""
            local leases, sealed_leases = unpack(KEYS)
            local sealed = redis.pcall('HGETALL', sealed_leases)
            if sealed.err then
              return {{'', false, false, false, false}}
            end
            local all = {}
            for i = 1, #sealed, 2 do
              local lease = sealed[i]
              local counts = redis.pcall('HMGET', leases, lease .. ':expires_at', lease .. ':used', lease .. ':ended_at')
              all[#all + 1] = {lease, sealed[i + 1], counts[1] or false, counts[2] or false, counts[3] or false}
            end
            return all
            """);

    private LeaseCommands() {}

    static Command<Optional<StoredLease>> find(UserId owner, LeaseId id) {
        UserKeys keys = UserKeys.of(owner);
        return FIND.onKeys(
                List.of(keys.leases(), keys.sealedLeases()),
                List.of(id.value()),
                reply -> RedisValue.read(() -> reply.list(1).stream()
                        .filter(parts -> parts.list(5).get(1).optionalBytes().isPresent())
                        .map(parts -> lease(owner, parts.list(5)))
                        .findFirst()));
    }

    static Command<List<StoredLease>> all(UserId owner) {
        return onAll(
                owner,
                reply -> RedisValue.read(() -> reply.list().stream()
                        .map(parts -> lease(owner, parts.list(5)))
                        .toList()));
    }

    static Command<ReadableLeases> readable(UserId owner) {
        return onAll(owner, reply -> {
            List<Optional<StoredLease>> all = reply.list().stream()
                    .map(parts -> readable(owner, parts.list(5)))
                    .toList();
            List<StoredLease> leases = all.stream().flatMap(Optional::stream).toList();
            return new ReadableLeases(leases, all.size() - leases.size());
        });
    }

    /** Replaces the sealed terms if they still are those of the scanned lease. */
    static Command<Boolean> reseal(LeaseUpdate update) {
        StoredLease scanned = update.scanned();
        return new HashField(
                        UserKeys.of(scanned.owner()).sealedLeases(),
                        scanned.id().value())
                .replace(scanned.sealed().toBytes(), update.resealed().toBytes());
    }

    private static <T> Command<T> onAll(UserId owner, Function<Reply, T> parser) {
        UserKeys keys = UserKeys.of(owner);
        return ALL.onKeys(List.of(keys.leases(), keys.sealedLeases()), List.of(), parser);
    }

    private static Optional<StoredLease> readable(UserId owner, List<Reply> parts) {
        try {
            return Optional.of(RedisValue.read(() -> lease(owner, parts)));
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }

    private static StoredLease lease(UserId owner, List<Reply> parts) {
        return new StoredLease(
                new LeaseId(parts.get(0).text()),
                owner,
                time(parts.get(2)).orElseThrow(),
                new SealedLease(parts.get(1).optionalBytes().orElseThrow()),
                Long.parseLong(parts.get(3).optionalText().orElseThrow()),
                time(parts.get(4)));
    }

    static Optional<Instant> time(Reply millis) {
        return millis.optionalText().map(Long::parseLong).map(Instant::ofEpochMilli);
    }
}
