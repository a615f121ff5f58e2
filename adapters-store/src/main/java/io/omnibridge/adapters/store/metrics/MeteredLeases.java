package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.ADD_LEASE;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.END_LEASE;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.FIND_LEASE;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.LIST_LEASES;

import io.omnibridge.application.port.Leases;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.util.List;
import java.util.Optional;

/** Leases that measure the calls of others. */
final class MeteredLeases implements Leases {

    private final Leases leases;
    private final StoreMetrics metrics;

    MeteredLeases(Leases leases, StoreMetrics metrics) {
        this.leases = leases;
        this.metrics = metrics;
    }

    @Override
    public boolean add(StoredLease lease, int maxLive, AuditedAction action) {
        return metrics.measure(ADD_LEASE, () -> leases.add(lease, maxLive, action));
    }

    @Override
    public Optional<StoredLease> find(UserId owner, LeaseId id) {
        return metrics.measure(FIND_LEASE, () -> leases.find(owner, id));
    }

    @Override
    public List<StoredLease> list(UserId owner) {
        return metrics.measure(LIST_LEASES, () -> leases.list(owner));
    }

    @Override
    public boolean end(UserId owner, LeaseId id, AuditedAction action) {
        return metrics.measure(END_LEASE, () -> leases.end(owner, id, action));
    }
}
