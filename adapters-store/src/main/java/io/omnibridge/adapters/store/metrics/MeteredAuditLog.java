package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.LIST_RECORD;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.RECORD;

import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;
import java.util.Objects;

/** An audit trail that measures the one behind it, and changes nothing. As thread-safe as that one. */
public final class MeteredAuditLog implements AuditLog {

    private final AuditLog trail;
    private final StoreMetrics metrics;

    public MeteredAuditLog(AuditLog trail, MeterRegistry registry) {
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
