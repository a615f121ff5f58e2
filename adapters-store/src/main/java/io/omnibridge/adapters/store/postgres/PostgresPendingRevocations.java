package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.write.RevocationDecisions;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;

/** The obligations of a {@link PostgresStore}. Thread-safe. */
final class PostgresPendingRevocations implements PendingRevocations {

    private final Database database;
    private final UserWrites writes;

    PostgresPendingRevocations(Database database, UserWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public boolean add(PendingRevocation pendingRevocation, AuditedAction action) {
        return writes.write(action, subject(pendingRevocation), RevocationDecisions.add(pendingRevocation));
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return !database.call(RevocationQueries.replace(former, next)).isEmpty();
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
