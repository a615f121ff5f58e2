package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.deadline.StoreDeadline;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserSession;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.adapters.store.spi.UserWrite;
import io.omnibridge.domain.audit.AuditEvent;

/** Steps of a write to one user, under one deadline. */
record RedisSession(RedisClient redis, StoreDeadline deadline) implements UserSession {

    @Override
    public UserSnapshot snapshot(SnapshotScope scope) {
        return redis.call(SnapshotCommand.of(scope), deadline);
    }

    /** Adds to an index before the row is there: until then the index leads to nothing. */
    @Override
    public boolean apply(UserWrite write) {
        if (write.changes().attempt().orElse(null) instanceof AttemptChange.Begin begin) {
            return redis.callBoth(AttemptCommands.addToIndex(begin.attempt()), WriteCommand.of(write), deadline);
        }
        return write.changes().revocations().added().isPresent()
                ? applyIndexed(write)
                : redis.call(WriteCommand.of(write), deadline);
    }

    @Override
    public void countRefusal(AuditEvent refused) {
        redis.call(RefusalCommands.count(refused), deadline);
    }

    /** A user with a pending revocation is in the index, also if the user is erased in between. */
    private boolean applyIndexed(UserWrite write) {
        redis.call(PendingRevocationIndex.add(write.user()), deadline);
        boolean applied = redis.call(WriteCommand.of(write), deadline);
        if (applied) {
            redis.call(PendingRevocationIndex.add(write.user()), deadline);
        }
        return applied;
    }
}
