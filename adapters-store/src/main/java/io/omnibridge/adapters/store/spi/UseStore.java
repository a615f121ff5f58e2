package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.ChainedUseLog;
import io.omnibridge.adapters.store.auditlog.ChainedUsePage;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Leases and logs of uses of a store: of each user the leases, the receipts, the head of their chain, and the base to which they were
 * pruned. A {@link UserWrite} adds and ends leases, and a {@link UseWrite} counts their uses. As {@link UserStore} in all else. Thread-safe.
 *
 * <p>No write of a {@link UserStore} depends on what is written here, and no write here on an audit log of changes: they neither
 * refuse nor repeat each other. The one thing in common are leases: a lease that was ended counts no use.
 */
public interface UseStore extends ChainedUseLog {

    /** Returns how long a call may take: 2 s, unless the store has a deadline of its own. */
    default Duration deadline() {
        return Duration.ofSeconds(2);
    }

    /** Runs {@code work} on one user in a session. Once its deadline has passed, every step fails. */
    <T> T inSession(UserId user, Function<UseSession, T> work);

    /** Returns the way to write receipts of several users at once; empty if the store writes those of each user on their own. */
    default Optional<SharedUseStore> shared() {
        return Optional.empty();
    }

    /** Reads the newest receipts behind the base at positions below {@code before}, and the chain head, at one moment. */
    ChainedUsePage page(UserId user, long before, int limit);

    /**
     * Removes all receipts up to a new base, and stores the base, if the base is the former one.
     *
     * @return whether it took place
     */
    boolean prune(UsePruning pruning);

    @Override
    default StoredChainHead head(UserId user) {
        return inSession(user, session -> session.snapshot(List.of()).head());
    }

    /** Reads a lease of the user. */
    Optional<StoredLease> findLease(UserId owner, LeaseId id);

    /** Reads all leases of the user, in any order. */
    List<StoredLease> leases(UserId owner);
}
