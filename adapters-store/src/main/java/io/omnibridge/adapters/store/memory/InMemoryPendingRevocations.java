package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.write.RevocationDecisions;
import io.omnibridge.adapters.store.write.SnapshotScope;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;

/** The obligations of a {@link MemoryStore}. Thread-safe; never unavailable. */
final class InMemoryPendingRevocations implements PendingRevocations {

    private final MemoryStore store;

    InMemoryPendingRevocations(MemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean add(PendingRevocation pendingRevocation, AuditedAction action) {
        return store.write(action, subject(pendingRevocation), RevocationDecisions.add(pendingRevocation));
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return store.replace(former, next);
    }

    @Override
    public boolean complete(PendingRevocation pendingRevocation, AuditEvent event) {
        return store.write(
                event.action(),
                subject(pendingRevocation),
                RevocationDecisions.complete(pendingRevocation, event.outcome()));
    }

    private static SnapshotScope subject(PendingRevocation pendingRevocation) {
        return SnapshotScope.of(pendingRevocation.account()).with(pendingRevocation.id());
    }
}
