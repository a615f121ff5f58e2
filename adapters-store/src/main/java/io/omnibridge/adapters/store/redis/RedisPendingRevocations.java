package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.write.RevocationDecisions;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;

/** The obligations of a {@link RedisStore}. Thread-safe. */
final class RedisPendingRevocations implements PendingRevocations {

    private final RedisClient redis;
    private final UserWrites writes;

    RedisPendingRevocations(RedisClient redis, UserWrites writes) {
        this.redis = redis;
        this.writes = writes;
    }

    @Override
    public boolean add(PendingRevocation pendingRevocation, AuditedAction action) {
        return writes.write(action, subject(pendingRevocation), RevocationDecisions.add(pendingRevocation));
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return redis.call(RevocationCommands.replace(former, next));
    }

    @Override
    public boolean complete(PendingRevocation pendingRevocation, AuditEvent event) {
        return writes.write(
                event.action(),
                subject(pendingRevocation),
                RevocationDecisions.complete(pendingRevocation, event.outcome()));
    }

    private static SnapshotScope subject(PendingRevocation pendingRevocation) {
        return SnapshotScope.of(pendingRevocation.account()).with(pendingRevocation.id());
    }
}
