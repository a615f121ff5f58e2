package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.spi.CountedLease;
import io.omnibridge.adapters.store.spi.UseSnapshot;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@link UseSnapshot}: one script, so at one moment. */
final class UseSnapshotCommand {

    private static final Script SNAPSHOT = Script.reading("""
            local user, leases = unpack(KEYS)
            local counts = {}
            for i, lease in ipairs(ARGV) do
              counts[i] = redis.call('HMGET', leases, lease .. ':expires_at', lease .. ':used', lease .. ':ended_at')
            end
            return {redis.call('HMGET', user, 'use_head_position', 'use_head_mac'), counts}
            """);

    private UseSnapshotCommand() {}

    static Command<UseSnapshot> of(UserId user, Collection<LeaseId> leases) {
        UserKeys keys = UserKeys.of(user);
        List<LeaseId> asked = List.copyOf(leases);
        return SNAPSHOT.onKeys(
                asked.isEmpty() ? List.of(keys.user()) : List.of(keys.user(), keys.leases()),
                asked.stream().map(LeaseId::value).toList(),
                reply -> RedisValue.read(() -> snapshot(asked, reply.list(2))));
    }

    private static UseSnapshot snapshot(List<LeaseId> asked, List<Reply> parts) {
        List<Reply> head = parts.get(0).list(2);
        List<Reply> counts = parts.get(1).list(asked.size());
        Map<LeaseId, CountedLease> leases = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            List<Reply> fields = counts.get(i).list(3);
            if (fields.get(0).optionalBytes().isPresent()) {
                leases.put(
                        asked.get(i),
                        new CountedLease(
                                LeaseCommands.time(fields.get(0)).orElseThrow(),
                                UserFields.number(fields.get(1)),
                                LeaseCommands.time(fields.get(2))));
            }
        }
        return new UseSnapshot(UserFields.head(head.get(0), head.get(1)), leases);
    }
}
