package io.omnibridge.adapters.store.metered;

import static io.omnibridge.adapters.store.metered.StoreMetrics.Operation.ADD_OBLIGATION;
import static io.omnibridge.adapters.store.metered.StoreMetrics.Operation.REPLACE_OBLIGATION;
import static io.omnibridge.adapters.store.metered.StoreMetrics.Operation.SETTLE_OBLIGATION;

import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.application.port.Obligations;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.Obligation;
import java.util.Objects;

/** Obligations that measure the ones behind them, and change nothing. As thread-safe as those. */
public final class MeteredObligations implements Obligations {

    private final Obligations obligations;
    private final StoreMetrics metrics;

    public MeteredObligations(Obligations obligations, MeterRegistry registry) {
        this.obligations = Objects.requireNonNull(obligations);
        this.metrics = new StoreMetrics(registry, ADD_OBLIGATION, REPLACE_OBLIGATION, SETTLE_OBLIGATION);
    }

    @Override
    public boolean add(Obligation obligation, AuditedAction action) {
        return metrics.measure(ADD_OBLIGATION, () -> obligations.add(obligation, action));
    }

    @Override
    public boolean replace(Obligation former, Obligation next) {
        return metrics.measure(REPLACE_OBLIGATION, () -> obligations.replace(former, next));
    }

    @Override
    public boolean settle(Obligation obligation, AuditEvent event) {
        return metrics.measure(SETTLE_OBLIGATION, () -> obligations.settle(obligation, event));
    }
}
