package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.decision.Decision;
import io.omnibridge.adapters.store.decision.Subject;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;

/** The records of a {@link RedisStore}. Every event is kept. Thread-safe. */
final class RedisAuditTrail implements AuditTrail {

    private final Redis redis;
    private final UserWrites writes;

    RedisAuditTrail(Redis redis, UserWrites writes) {
        this.redis = redis;
        this.writes = writes;
    }

    @Override
    public void record(AuditEvent event) {
        writes.write(event.action(), Subject.of(event.action()), Decision.record(event.outcome()));
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        return redis.call(RecordCommands.page(user, before, limit)).toAuditPage();
    }
}
