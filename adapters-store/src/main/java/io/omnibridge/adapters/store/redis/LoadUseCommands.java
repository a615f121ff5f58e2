package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.domain.lease.StoredLease;
import java.util.ArrayList;
import java.util.List;

/** Commands that add leases, receipts and sign-outs which another store had, unchanged. */
final class LoadUseCommands {

    private static final Script START = Script.writing("""
            local user = unpack(KEYS)
            redis.call('HSET', user, unpack(ARGV))
            return 1
            """);

    /** Five arguments for each lease; the last is empty if it was not ended. */
    private static final Script LEASES = Script.writing("""
            local leases, sealed_leases = unpack(KEYS)
            for i = 1, #ARGV, 5 do
              local lease, expires_at, sealed, used, ended_at = unpack(ARGV, i, i + 4)
              redis.call('HSET', leases, lease .. ':expires_at', expires_at, lease .. ':used', used)
              if ended_at ~= '' then
                redis.call('HSET', leases, lease .. ':ended_at', ended_at)
              end
              redis.call('HSET', sealed_leases, lease, sealed)
            end
            return 1
            """);

    private LoadUseCommands() {}

    static Command<Long> of(UserChunk chunk) {
        UserKeys keys = UserKeys.of(chunk.user());
        if (chunk instanceof UserChunk.UseStart start) {
            return START.onKeys(List.of(keys.user()), fields(start), Reply::number);
        }
        if (chunk instanceof UserChunk.SignedOut last) {
            return SignOutCommands.load(last);
        }
        if (chunk instanceof UserChunk.Leases page) {
            return LEASES.onKeys(List.of(keys.leases(), keys.sealedLeases()), leases(page.leases()), Reply::number);
        }
        List<Object> uses = new ArrayList<>();
        for (ChainedUse use : ((UserChunk.Uses) chunk).oldestFirst()) {
            LoadCommands.addEntry(uses, use.position(), UseEntry.fields(use));
        }
        return LoadCommands.EVENTS.onKeys(List.of(keys.uses()), uses, Reply::number);
    }

    private static List<Object> fields(UserChunk.UseStart start) {
        List<Object> fields = new ArrayList<>(List.of(
                UserFields.USE_HEAD_POSITION,
                start.head().count(),
                UserFields.USE_HEAD_MAC,
                start.head().mac().toBytes()));
        start.base().ifPresent(base -> add(fields, base));
        return fields;
    }

    private static void add(List<Object> fields, UseBase base) {
        List<Object> values = List.of(
                base.at().count(),
                base.at().mac().toBytes(),
                base.prunedBefore().toEpochMilli(),
                base.mac().toBytes());
        for (int i = 0; i < values.size(); i++) {
            fields.add(UserFields.USE_BASE.get(i));
            fields.add(values.get(i));
        }
    }

    private static List<Object> leases(List<StoredLease> leases) {
        List<Object> arguments = new ArrayList<>();
        for (StoredLease lease : leases) {
            arguments.add(lease.id().value());
            arguments.add(lease.expiresAt().toEpochMilli());
            arguments.add(lease.sealed().toBytes());
            arguments.add(lease.used());
            arguments.add(lease.endedAt()
                    .map(time -> Long.toString(time.toEpochMilli()))
                    .orElse(""));
        }
        return arguments;
    }
}
