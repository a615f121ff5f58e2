package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.ADD_OBLIGATION;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.REPLACE_OBLIGATION;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.SETTLE_OBLIGATION;

import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Objects;

/** Obligations that measure the ones behind them, and change nothing. As thread-safe as those. */
public final class MeteredPendingRevocations implements PendingRevocations {

    private final PendingRevocations pendingRevocations;
    private final StoreMetrics metrics;

    public MeteredPendingRevocations(PendingRevocations pendingRevocations, MeterRegistry registry) {
        this.pendingRevocations = Objects.requireNonNull(pendingRevocations);
        this.metrics = new StoreMetrics(registry, ADD_OBLIGATION, REPLACE_OBLIGATION, SETTLE_OBLIGATION);
    }

    @Override
    public boolean add(PendingRevocation pendingRevocation, AuditedAction action) {
        return metrics.measure(ADD_OBLIGATION, () -> pendingRevocations.add(pendingRevocation, action));
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return metrics.measure(REPLACE_OBLIGATION, () -> pendingRevocations.replace(former, next));
    }

    @Override
    public boolean complete(PendingRevocation pendingRevocation, AuditEvent event) {
        return metrics.measure(SETTLE_OBLIGATION, () -> pendingRevocations.complete(pendingRevocation, event));
    }
}
