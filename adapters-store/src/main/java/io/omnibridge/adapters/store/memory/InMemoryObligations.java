package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.decision.ObligationDecisions;
import io.omnibridge.adapters.store.decision.Subject;
import io.omnibridge.application.port.Obligations;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.Obligation;

/** The obligations of a {@link MemoryStore}. Thread-safe; never unavailable. */
final class InMemoryObligations implements Obligations {

    private final MemoryStore store;

    InMemoryObligations(MemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean add(Obligation obligation, AuditedAction action) {
        return store.write(action, subject(obligation), ObligationDecisions.add(obligation));
    }

    @Override
    public boolean replace(Obligation former, Obligation next) {
        return store.replace(former, next);
    }

    @Override
    public boolean settle(Obligation obligation, AuditEvent event) {
        return store.write(
                event.action(), subject(obligation), ObligationDecisions.settle(obligation, event.outcome()));
    }

    private static Subject subject(Obligation obligation) {
        return Subject.of(obligation.account()).with(obligation.id());
    }
}
