package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.decision.ObligationDecisions;
import io.omnibridge.adapters.store.decision.Subject;
import io.omnibridge.application.port.Obligations;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.Obligation;

/** The obligations of a {@link PostgresStore}. Thread-safe. */
final class PostgresObligations implements Obligations {

    private final Database database;
    private final UserWrites writes;

    PostgresObligations(Database database, UserWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public boolean add(Obligation obligation, AuditedAction action) {
        return writes.write(action, subject(obligation), ObligationDecisions.add(obligation));
    }

    @Override
    public boolean replace(Obligation former, Obligation next) {
        return !database.call(ObligationQueries.replace(former, next)).isEmpty();
    }

    @Override
    public boolean settle(Obligation obligation, AuditEvent event) {
        return writes.write(
                event.action(), subject(obligation), ObligationDecisions.settle(obligation, event.outcome()));
    }

    private static Subject subject(Obligation obligation) {
        return Subject.of(obligation.account()).with(obligation.id());
    }
}
