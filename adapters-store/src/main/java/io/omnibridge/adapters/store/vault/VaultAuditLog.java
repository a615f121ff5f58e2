package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.metrics.StoreOperation.COUNT_REFUSAL;
import static io.omnibridge.adapters.store.metrics.StoreOperation.LIST_EVENTS;
import static io.omnibridge.adapters.store.metrics.StoreOperation.LIST_REFUSALS;
import static io.omnibridge.adapters.store.metrics.StoreOperation.RECORD_EVENT;

import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.write.Decision;
import io.omnibridge.adapters.store.write.UserWrites;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.identity.UserId;
import java.util.Comparator;
import java.util.List;

/** The audit logs of a {@link io.omnibridge.adapters.store.spi.UserStore}. */
final class VaultAuditLog implements AuditLog {

    private static final Comparator<RefusalCount> LAST_FIRST = Comparator.comparing(
                    (RefusalCount count) -> count.last().action().at())
            .reversed()
            .thenComparing(count -> count.last().action().kind())
            .thenComparing(count -> count.last().outcome());

    private final VaultGate gate;
    private final UserWrites writes;
    private final StoreMetrics metrics;

    VaultAuditLog(VaultGate gate, UserWrites writes, StoreMetrics metrics) {
        this.gate = gate;
        this.writes = writes;
        this.metrics = metrics;
    }

    @Override
    public void append(AuditEvent event) {
        metrics.measure(
                RECORD_EVENT,
                () -> writes.write(event.action(), SnapshotScope.of(event.action()), Decision.record(event.outcome())));
    }

    @Override
    public void countRefusal(AuditEvent refused) {
        metrics.measure(
                COUNT_REFUSAL,
                () -> gate.pass().inSession(refused.action().user(), session -> {
                    session.countRefusal(refused);
                    return refused;
                }));
    }

    @Override
    public List<RefusalCount> refusals(UserId user) {
        return metrics.measure(
                LIST_REFUSALS,
                () -> gate.pass().refusals(user).stream().sorted(LAST_FIRST).toList());
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        return metrics.measure(
                LIST_EVENTS, () -> gate.pass().auditPage(user, before, limit).toAuditPage());
    }
}
