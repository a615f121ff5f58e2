package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads all leases of some users, until a page is full: the leases of one user are never divided. Not thread-safe. */
final class LeasePageReader {

    private final RedisClient redis;
    private final int limit;
    private final List<StoredLease> leases = new ArrayList<>();
    private int unreadable;

    LeasePageReader(RedisClient redis, int limit) {
        this.redis = redis;
        this.limit = limit;
    }

    List<StoredLease> leases() {
        return leases;
    }

    long unreadable() {
        return unreadable;
    }

    /** Reads on, and returns how much is done when the page is full; nothing when the step is done. */
    Optional<StepProgress> read(List<String> keys, StepProgress from) {
        StepProgress done = from;
        while (done.index() < keys.size()) {
            if (leases.size() + unreadable >= limit) {
                return Optional.of(done);
            }
            read(keys.get(done.index()));
            done = done.withNextKey();
        }
        return Optional.empty();
    }

    private void read(String key) {
        Optional<UserId> owner = UserKeys.owner(key);
        if (owner.isEmpty()) {
            unreadable++;
            return;
        }
        ReadableLeases found = redis.call(LeaseCommands.readable(owner.get()));
        leases.addAll(found.leases());
        unreadable += found.unreadable();
    }
}
