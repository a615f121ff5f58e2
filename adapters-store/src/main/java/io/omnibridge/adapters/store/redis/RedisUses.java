package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.ChainedUsePage;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.spi.UsePruning;
import io.omnibridge.adapters.store.spi.UseSession;
import io.omnibridge.adapters.store.spi.UseStore;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Leases and logs of uses in Redis: every method is one command, but for a session. Thread-safe. */
record RedisUses(RedisClient redis, Duration deadline) implements UseStore {

    @Override
    public <T> T inSession(UserId user, Function<UseSession, T> work) {
        return redis.withDeadline(deadline -> work.apply(new RedisUseSession(user, redis, deadline)));
    }

    @Override
    public ChainedUsePage page(UserId user, long before, int limit) {
        return redis.call(UseCommands.page(user, before, limit));
    }

    @Override
    public boolean prune(UsePruning pruning) {
        return redis.call(UseScripts.prune(pruning));
    }

    @Override
    public StoredChainHead head(UserId user) {
        return redis.call(UserLog.USES.head(user));
    }

    @Override
    public List<ChainedUse> after(UserId user, long position, int limit) {
        return redis.call(UserLog.USES.oldestFirst(user, position, limit));
    }

    @Override
    public Optional<UseBase> base(UserId user) {
        return redis.call(UseCommands.base(user));
    }

    @Override
    public Optional<StoredLease> findLease(UserId owner, LeaseId id) {
        return redis.call(LeaseCommands.find(owner, id));
    }

    @Override
    public List<StoredLease> leases(UserId owner) {
        return redis.call(LeaseCommands.all(owner));
    }
}
