package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.LeaseId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a {@link UserSnapshot} has to tell of leases.
 *
 * @param id the lease in question; empty if there is none
 * @param at the time at which leases are counted; empty if they are not counted
 */
public record LeaseScope(Optional<LeaseId> id, Optional<Instant> at) {

    public static LeaseScope of(LeaseId id) {
        return new LeaseScope(Optional.of(id), Optional.empty());
    }

    public static LeaseScope countedAt(Instant time) {
        return new LeaseScope(Optional.empty(), Optional.of(time));
    }
}
