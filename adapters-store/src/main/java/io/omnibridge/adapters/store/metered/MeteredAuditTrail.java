package io.omnibridge.adapters.store.metered;

import static io.omnibridge.adapters.store.metered.StoreMetrics.Operation.LIST_RECORD;
import static io.omnibridge.adapters.store.metered.StoreMetrics.Operation.RECORD;

import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;
import java.util.Objects;

/** An audit trail that measures the one behind it, and changes nothing. As thread-safe as that one. */
public final class MeteredAuditTrail implements AuditTrail {

    private final AuditTrail trail;
    private final StoreMetrics metrics;

    public MeteredAuditTrail(AuditTrail trail, MeterRegistry registry) {
        this.trail = Objects.requireNonNull(trail);
        this.metrics = new StoreMetrics(registry, RECORD, LIST_RECORD);
    }

    @Override
    public void record(AuditEvent event) {
        metrics.measure(RECORD, () -> {
            trail.record(event);
            return event;
        });
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        return metrics.measure(LIST_RECORD, () -> trail.list(user, before, limit));
    }
}
