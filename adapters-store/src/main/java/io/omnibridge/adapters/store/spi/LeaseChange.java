package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;

/** Change of one lease by a write. */
public sealed interface LeaseChange {

    /**
     * Adds a lease.
     *
     * @param at the time by which other leases of the user have expired that the store removes
     */
    record Add(StoredLease lease, Instant at) implements LeaseChange {}

    /** Ends the lease. */
    record End(LeaseId id, Instant at) implements LeaseChange {}
}
