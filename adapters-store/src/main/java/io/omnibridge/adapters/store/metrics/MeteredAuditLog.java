package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.COUNT_REFUSAL;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.LIST_EVENTS;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.LIST_REFUSALS;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.RECORD_EVENT;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.identity.UserId;
import java.util.List;

/** Audit log that measures the calls of another one. */
final class MeteredAuditLog implements AuditLog {

    private final AuditLog auditLog;
    private final StoreMetrics metrics;

    MeteredAuditLog(AuditLog auditLog, StoreMetrics metrics) {
        this.auditLog = auditLog;
        this.metrics = metrics;
    }

    @Override
    public void append(AuditEvent event) {
        metrics.measure(RECORD_EVENT, () -> {
            auditLog.append(event);
            return event;
        });
    }

    @Override
    public void countRefusal(AuditEvent refused) {
        metrics.measure(COUNT_REFUSAL, () -> {
            auditLog.countRefusal(refused);
            return refused;
        });
    }

    @Override
    public List<RefusalCount> refusals(UserId user) {
        return metrics.measure(LIST_REFUSALS, () -> auditLog.refusals(user));
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        return metrics.measure(LIST_EVENTS, () -> auditLog.list(user, before, limit));
    }
}
