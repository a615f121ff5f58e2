package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.spi.LeaseChange;
import io.omnibridge.domain.lease.StoredLease;
import java.util.Collections;
import java.util.List;

/**
 * Parts of {@link WriteScript} and {@link SnapshotCommand} that concern leases. The hash of leases has the fields {@code <id>:expires_at},
 * {@code <id>:used} and, of an ended one, {@code <id>:ended_at}; times are in milliseconds.
 */
final class LeaseScript {

    /** {@code count_leases} returns how many are live and unexpired at a time, and 1 if the one in question is there and was not ended. */
    static final String COUNT = """
            local function count_leases(leases, lease, at)
              local live, unexpired, open = 0, 0, 0
              if lease ~= '' and redis.call('HEXISTS', leases, lease .. ':expires_at') == 1
                  and redis.call('HEXISTS', leases, lease .. ':ended_at') == 0 then
                open = 1
              end
              if at ~= '' then
                local fields = redis.call('HGETALL', leases)
                local ended = {}
                for i = 1, #fields, 2 do
                  local id = string.match(fields[i], '^(%x+):ended_at$')
                  if id then
                    ended[id] = true
                  end
                end
                for i = 1, #fields, 2 do
                  local id = string.match(fields[i], '^(%x+):expires_at$')
                  if id and tonumber(fields[i + 1]) > tonumber(at) then
                    unexpired = unexpired + 1
                    live = live + (ended[id] and 0 or 1)
                  end
                end
              end
              return {live, unexpired, open}
            end
            """;

    /** {@code add_lease} also removes those that have expired. */
    static final String CHANGE = """
            local function add_lease(leases, sealed_leases, lease, expires_at, sealed, at)
              local fields = redis.call('HGETALL', leases)
              for i = 1, #fields, 2 do
                local id = string.match(fields[i], '^(%x+):expires_at$')
                if id and tonumber(fields[i + 1]) <= tonumber(at) then
                  redis.call('HDEL', leases, id .. ':expires_at', id .. ':used', id .. ':ended_at')
                  redis.call('HDEL', sealed_leases, id)
                end
              end
              redis.call('HSET', leases, lease .. ':expires_at', expires_at, lease .. ':used', 0)
              redis.call('HSET', sealed_leases, lease, sealed)
            end
            """;

    /** Of a write that changes no lease. */
    static final List<Object> NO_ARGUMENTS = Collections.nCopies(5, "");

    private LeaseScript() {}

    /** From {@code lease_change} to {@code lease_at}. */
    static List<Object> arguments(LeaseChange change) {
        if (change instanceof LeaseChange.Add add) {
            StoredLease lease = add.lease();
            return List.of(
                    "add",
                    lease.id().value(),
                    lease.expiresAt().toEpochMilli(),
                    lease.sealed().toBytes(),
                    add.at().toEpochMilli());
        }
        LeaseChange.End end = (LeaseChange.End) change;
        return List.of("end", end.id().value(), "", "", end.at().toEpochMilli());
    }
}
