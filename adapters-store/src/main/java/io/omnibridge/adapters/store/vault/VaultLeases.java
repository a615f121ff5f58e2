package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.LeaseScope;
import io.omnibridge.adapters.store.spi.LeaseStore;
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

/** The leases of a {@link LeaseStore}. */
final class VaultLeases implements Leases {

    private static final Comparator<StoredLease> LATEST_EXPIRY_FIRST = Comparator.comparing(StoredLease::expiresAt)
            .reversed()
            .thenComparing(lease -> lease.id().value());

    private final LeaseStore store;
    private final UserWrites writes;

    VaultLeases(LeaseStore store, UserWrites writes) {
        this.store = store;
        this.writes = writes;
    }

    @Override
    public boolean add(StoredLease lease, int maxLive, AuditedAction action) {
        SnapshotScope scope = SnapshotScope.of(lease.owner()).with(LeaseScope.countedAt(action.at()));
        return writes.write(action.on(lease.id()), scope, LeaseDecisions.add(lease, maxLive, action.at()));
    }

    @Override
    public Optional<StoredLease> find(UserId owner, LeaseId id) {
        return store.find(owner, id);
    }

    @Override
    public List<StoredLease> list(UserId owner) {
        return store.list(owner).stream().sorted(LATEST_EXPIRY_FIRST).toList();
    }

    @Override
    public boolean end(UserId owner, LeaseId id, AuditedAction action) {
        SnapshotScope scope = SnapshotScope.of(owner).with(LeaseScope.of(id));
        return writes.write(action.on(id), scope, LeaseDecisions.end(id, action.at()));
    }
}
