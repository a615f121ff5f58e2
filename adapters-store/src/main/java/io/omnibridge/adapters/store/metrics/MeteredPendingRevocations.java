package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.ADD_REVOCATION;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.COMPLETE_REVOCATION;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.REPLACE_REVOCATION;

import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;

/** Pending revocations that measure the calls of others. */
final class MeteredPendingRevocations implements PendingRevocations {

    private final PendingRevocations pendingRevocations;
    private final StoreMetrics metrics;

    MeteredPendingRevocations(PendingRevocations pendingRevocations, StoreMetrics metrics) {
        this.pendingRevocations = pendingRevocations;
        this.metrics = metrics;
    }

    @Override
    public boolean add(PendingRevocation pendingRevocation, AuditedAction action) {
        return metrics.measure(ADD_REVOCATION, () -> pendingRevocations.add(pendingRevocation, action));
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return metrics.measure(REPLACE_REVOCATION, () -> pendingRevocations.replace(former, next));
    }

    @Override
    public boolean complete(PendingRevocation pendingRevocation, AuditEvent event) {
        return metrics.measure(COMPLETE_REVOCATION, () -> pendingRevocations.complete(pendingRevocation, event));
    }
}
