package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.metrics.StoreOperation.ADD_REVOCATION;
import static io.omnibridge.adapters.store.metrics.StoreOperation.COMPLETE_REVOCATION;
import static io.omnibridge.adapters.store.metrics.StoreOperation.REPLACE_REVOCATION;

import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.spi.RevocationUpdate;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.write.RevocationDecisions;
import io.omnibridge.adapters.store.write.UserWrites;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;

/** The pending revocations of a {@link io.omnibridge.adapters.store.spi.UserStore}. */
final class VaultPendingRevocations implements PendingRevocations {

    private final VaultGate gate;
    private final UserWrites writes;
    private final StoreMetrics metrics;

    VaultPendingRevocations(VaultGate gate, UserWrites writes, StoreMetrics metrics) {
        this.gate = gate;
        this.writes = writes;
        this.metrics = metrics;
    }

    @Override
    public boolean add(PendingRevocation revocation, AuditedAction action) {
        return metrics.measure(
                ADD_REVOCATION, () -> writes.write(action, scope(revocation), RevocationDecisions.add(revocation)));
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return metrics.measure(REPLACE_REVOCATION, () -> gate.pass().update(new RevocationUpdate(former, next)));
    }

    @Override
    public boolean complete(PendingRevocation revocation, AuditEvent event) {
        return metrics.measure(
                COMPLETE_REVOCATION,
                () -> writes.write(
                        event.action(), scope(revocation), RevocationDecisions.complete(revocation, event.outcome())));
    }

    private static SnapshotScope scope(PendingRevocation revocation) {
        return SnapshotScope.of(revocation.account()).with(revocation.id());
    }
}
