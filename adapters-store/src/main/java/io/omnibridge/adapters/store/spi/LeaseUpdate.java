package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;

/**
 * Replaces the sealed terms of {@code scanned} if the lease still has those bytes. No write is based on them, so nothing is counted.
 */
public record LeaseUpdate(StoredLease scanned, SealedLease resealed) implements RowUpdate {

    @Override
    public UserId owner() {
        return scanned.owner();
    }
}
