package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.decision.Decision;
import io.omnibridge.adapters.store.decision.Subject;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;

/** The records of a {@link PostgresStore}. Every event is kept. Thread-safe. */
final class PostgresAuditTrail implements AuditTrail {

    private final Database database;
    private final UserWrites writes;

    PostgresAuditTrail(Database database, UserWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public void record(AuditEvent event) {
        writes.write(event.action(), Subject.of(event.action()), Decision.record(event.outcome()));
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        return database.call(RecordQueries.page(user, before, limit)).toAuditPage();
    }
}
