package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.write.Decision;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;

/** The records of a {@link RedisStore}. Every event is kept. Thread-safe. */
final class RedisAuditLog implements AuditLog {

    private final RedisClient redis;
    private final UserWrites writes;

    RedisAuditLog(RedisClient redis, UserWrites writes) {
        this.redis = redis;
        this.writes = writes;
    }

    @Override
    public void append(AuditEvent event) {
        writes.write(event.action(), SnapshotScope.of(event.action()), Decision.record(event.outcome()));
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        return redis.call(AuditLogCommands.page(user, before, limit)).toAuditPage();
    }
}
