package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.write.Decision;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;

/** The records of a {@link PostgresStore}. Every event is kept. Thread-safe. */
final class PostgresAuditLog implements AuditLog {

    private final Database database;
    private final UserWrites writes;

    PostgresAuditLog(Database database, UserWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public void append(AuditEvent event) {
        writes.write(event.action(), SnapshotScope.of(event.action()), Decision.record(event.outcome()));
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        return database.call(AuditLogQueries.page(user, before, limit)).toAuditPage();
    }
}
