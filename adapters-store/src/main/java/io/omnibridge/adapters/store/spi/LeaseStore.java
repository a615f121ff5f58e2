package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import java.util.List;
import java.util.Optional;

/**
 * Leases of a store. A {@link UserWrite} adds and ends them, and a {@link UseWrite} counts their uses. As {@link UserStore} in all
 * else. Thread-safe.
 */
public interface LeaseStore {

    /** Reads a lease of the user. */
    Optional<StoredLease> find(UserId owner, LeaseId id);

    /** Reads all leases of the user, in any order. */
    List<StoredLease> list(UserId owner);

    /**
     * Replaces the sealed terms of {@code scanned} if the lease still has those bytes. No write is based on them, so nothing is
     * counted.
     *
     * @return whether it took place
     */
    boolean reseal(StoredLease scanned, SealedLease resealed);
}
