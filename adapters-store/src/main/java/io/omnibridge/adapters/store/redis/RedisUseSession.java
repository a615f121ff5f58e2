package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.deadline.StoreDeadline;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.spi.UseSession;
import io.omnibridge.adapters.store.spi.UseSnapshot;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.util.Collection;

/** Steps of one user under one deadline. */
record RedisUseSession(UserId user, RedisClient redis, StoreDeadline deadline) implements UseSession {

    @Override
    public UseSnapshot snapshot(Collection<LeaseId> leases) {
        return redis.call(UseSnapshotCommand.of(user, leases), deadline);
    }

    @Override
    public boolean append(UseWrite write) {
        return redis.call(UseScripts.append(write), deadline);
    }
}
