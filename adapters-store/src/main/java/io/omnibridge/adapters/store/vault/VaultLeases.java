package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.metrics.StoreOperation.ADD_LEASE;
import static io.omnibridge.adapters.store.metrics.StoreOperation.END_LEASE;
import static io.omnibridge.adapters.store.metrics.StoreOperation.FIND_LEASE;
import static io.omnibridge.adapters.store.metrics.StoreOperation.LIST_LEASES;

import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.spi.LeaseScope;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.write.LeaseDecisions;
import io.omnibridge.adapters.store.write.UserWrites;
import io.omnibridge.application.port.Leases;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The leases of a {@link io.omnibridge.adapters.store.spi.UseStore}. */
final class VaultLeases implements Leases {

    private static final Comparator<StoredLease> LATEST_EXPIRY_FIRST = Comparator.comparing(StoredLease::expiresAt)
            .reversed()
            .thenComparing(lease -> lease.id().value());

    private final VaultGate gate;
    private final UserWrites writes;
    private final StoreMetrics metrics;

    VaultLeases(VaultGate gate, UserWrites writes, StoreMetrics metrics) {
        this.gate = gate;
        this.writes = writes;
        this.metrics = metrics;
    }

    @Override
    public boolean add(StoredLease lease, int maxLive, AuditedAction action) {
        SnapshotScope scope = SnapshotScope.of(lease.owner()).with(LeaseScope.countedAt(action.at()));
        return metrics.measure(
                ADD_LEASE,
                () -> writes.write(action.on(lease.id()), scope, LeaseDecisions.add(lease, maxLive, action.at())));
    }

    @Override
    public Optional<StoredLease> find(UserId owner, LeaseId id) {
        return metrics.measure(FIND_LEASE, () -> gate.pass().uses().findLease(owner, id));
    }

    @Override
    public List<StoredLease> list(UserId owner) {
        return metrics.measure(
                LIST_LEASES,
                () -> gate.pass().uses().leases(owner).stream()
                        .sorted(LATEST_EXPIRY_FIRST)
                        .toList());
    }

    @Override
    public boolean end(UserId owner, LeaseId id, AuditedAction action) {
        SnapshotScope scope = SnapshotScope.of(owner).with(LeaseScope.of(id));
        return metrics.measure(
                END_LEASE, () -> writes.write(action.on(id), scope, LeaseDecisions.end(id, action.at())));
    }
}
