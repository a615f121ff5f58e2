package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;
import java.util.Optional;

/**
 * What an append has to know of a lease.
 *
 * @param expiresAt a copy of the expiry in its terms
 * @param used how many uses were made of it
 * @param endedAt when its owner or the operator ended it; empty if neither did
 */
public record CountedLease(Instant expiresAt, long used, Optional<Instant> endedAt) {

    public static CountedLease of(StoredLease lease) {
        return new CountedLease(lease.expiresAt(), lease.used(), lease.endedAt());
    }
}
