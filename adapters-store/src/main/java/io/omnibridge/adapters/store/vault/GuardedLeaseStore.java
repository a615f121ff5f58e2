package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.LeaseStore;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import java.util.List;
import java.util.Optional;

/** Leases behind a gate, which every read and write passes first. Thread-safe. */
record GuardedLeaseStore(LeaseStore store, VaultGate gate) implements LeaseStore {

    @Override
    public Optional<StoredLease> find(UserId owner, LeaseId id) {
        return passed().find(owner, id);
    }

    @Override
    public List<StoredLease> list(UserId owner) {
        return passed().list(owner);
    }

    @Override
    public boolean reseal(StoredLease scanned, SealedLease resealed) {
        return passed().reseal(scanned, resealed);
    }

    private LeaseStore passed() {
        gate.pass();
        return store;
    }
}
