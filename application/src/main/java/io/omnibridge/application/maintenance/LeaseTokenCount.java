package io.omnibridge.application.maintenance;

import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;

/**
 * The number of lease tokens that one key sealed. A store whose scan returns a row twice counts it twice: zero is exact, other
 * numbers are upper bounds.
 *
 * @param lastExpiry when the last of them expires; {@link Instant#MIN} if there are none
 */
public record LeaseTokenCount(long count, Instant lastExpiry) {

    static final LeaseTokenCount NONE = new LeaseTokenCount(0, Instant.MIN);

    LeaseTokenCount and(StoredLease lease) {
        return new LeaseTokenCount(count + 1, lease.expiresAt().isAfter(lastExpiry) ? lease.expiresAt() : lastExpiry);
    }
}
