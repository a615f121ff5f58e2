package io.omnibridge.application.port;

import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.util.List;
import java.util.Optional;

/**
 * Stores leases by owner. Uses are counted by {@link UseLog}.
 *
 * <p>Every implementation passes {@code LeasesContract}. Thread-safe. Every method throws {@link StoreUnavailable} if the store did
 * not respond in time; a write may then have happened or not.
 */
public interface Leases {

    /**
     * Adds a lease, and appends {@code action} as begun. Refuses it if the owner has {@code maxLive} live leases at the time of the
     * action, or 1,000 that have not expired; then {@code action} is counted as a refusal. Leases of the owner that have expired by then may be removed.
     *
     * @param maxLive exact under concurrency
     * @return whether it was added
     */
    boolean add(StoredLease lease, int maxLive, AuditedAction action);

    /** Returns a lease of the user. */
    Optional<StoredLease> find(UserId owner, LeaseId id);

    /** Returns all leases of the user that were not removed, the latest expiry first. Ended ones are among them until they expire. */
    List<StoredLease> list(UserId owner);

    /**
     * Ends a lease at the time of {@code action}, for every node at once, and appends {@code action} as ended. It does not wait for
     * the receipts of uses.
     *
     * @return whether it was ended now; if not, it was ended before or is not there, and nothing was appended
     */
    boolean end(UserId owner, LeaseId id, AuditedAction action);
}
