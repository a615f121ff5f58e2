package io.omnibridge.domain.lease;

import io.omnibridge.domain.identity.LeaseId;
import java.util.Objects;

/**
 * The lease that a use counts on.
 *
 * @param maxUses of its terms, at least 1
 */
public record LeaseCount(LeaseId lease, long maxUses) {

    public LeaseCount {
        Objects.requireNonNull(lease, "lease");
    }
}
