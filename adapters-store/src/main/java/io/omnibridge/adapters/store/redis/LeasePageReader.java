package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;

/** Reads all leases of some users, until a page is full: the leases of one user are never divided. Not thread-safe. */
final class LeasePageReader extends PageReader<StoredLease> {

    private final RedisClient redis;

    LeasePageReader(RedisClient redis, int limit) {
        super(limit);
        this.redis = redis;
    }

    @Override
    StepProgress readSome(String key, StepProgress done) {
        UserKeys.owner(key).ifPresentOrElse(this::read, () -> addUnreadable(1));
        return done.withNextKey();
    }

    private void read(UserId owner) {
        ReadableLeases found = redis.call(LeaseCommands.readable(owner));
        found.leases().forEach(this::add);
        addUnreadable(found.unreadable());
    }
}
