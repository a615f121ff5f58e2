package io.omnibridge.domain.lease;

import io.omnibridge.domain.identity.LeaseId;
import java.util.Objects;

/**
 * A lease with its terms opened.
 *
 * @param stored as the store keeps it
 */
public record Lease(StoredLease stored, LeaseTerms terms) {

    public Lease {
        Objects.requireNonNull(stored, "stored");
        Objects.requireNonNull(terms, "terms");
    }

    public LeaseId id() {
        return stored.id();
    }
}
