package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What an append to a log of uses is decided on.
 *
 * @param head of the log
 * @param leases those of the leases in question that are there
 */
public record UseSnapshot(StoredChainHead head, Map<LeaseId, CountedLease> leases) {

    public UseSnapshot {
        leases = Map.copyOf(leases);
    }

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
}
