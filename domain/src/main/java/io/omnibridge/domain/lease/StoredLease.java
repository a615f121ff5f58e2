package io.omnibridge.domain.lease;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A lease as a store keeps it.
 *
 * @param expiresAt a copy of the expiry in the terms, for removal; decisions about a use are made on the sealed terms
 * @param sealed its terms
 * @param used how many uses were made of it
 * @param endedAt when its last use was made, or its owner or the operator ended it; empty if none of that happened
 */
public record StoredLease(
        LeaseId id, UserId owner, Instant expiresAt, SealedLease sealed, long used, Optional<Instant> endedAt) {

    /** @throws InvalidValue if {@code used} is negative */
    public StoredLease {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(sealed, "sealed");
        Objects.requireNonNull(endedAt, "endedAt");
        InvalidValue.unless(used >= 0, "must not have a negative number of uses");
    }

    /** Returns what ended the lease by {@code now}, if its terms are {@code terms}; empty if it can be used. */
    public Optional<LeaseEnd> endAt(Instant now, LeaseTerms terms) {
        if (used >= terms.maxUses()) {
            return Optional.of(LeaseEnd.USES);
        }
        if (endedAt.isPresent()) {
            return Optional.of(LeaseEnd.OWNER);
        }
        return now.isBefore(terms.expiresAt()) ? Optional.empty() : Optional.of(LeaseEnd.EXPIRY);
    }

    /** Returns whether it is past its expiry at {@code now}; sealed terms are not looked at. */
    public boolean hasExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Returns the lease with its terms sealed anew. */
    public StoredLease withSealed(SealedLease resealed) {
        return new StoredLease(id, owner, expiresAt, resealed, used, endedAt);
    }

    /** Returns whether it counts against the maximum number of live leases at {@code now}; sealed terms are not looked at. */
    public boolean isLiveAt(Instant now) {
        return endedAt.isEmpty() && !hasExpiredAt(now);
    }
}
