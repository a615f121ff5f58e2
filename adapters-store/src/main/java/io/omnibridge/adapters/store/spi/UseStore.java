package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.ChainedUseLog;
import io.omnibridge.adapters.store.auditlog.ChainedUsePage;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * Logs of uses of a store: of each user the receipts, the head of their chain, and the base to which they were pruned. As
 * {@link UserStore} in all else. Thread-safe.
 *
 * <p>No write of a {@link UserStore} depends on what is written here, and no write here on an audit log of changes: they neither
 * refuse nor repeat each other. The one thing in common are leases: a lease that was ended counts no use.
 */
public interface UseStore extends ChainedUseLog {

    /** Read and write of one user's log that end by one deadline. For one thread. */
    interface Session {

        /** Reads the chain head and the counts of those of the leases that are there, at one moment. */
        UseSnapshot snapshot(Collection<LeaseId> leases);

        /**
         * Applies {@code write}, all of it or nothing: only if the chain head is the one that it follows, and no lease that it counts
         * on was ended or would have more uses than it may.
         *
         * @return whether it took place
         */
        boolean append(UseWrite write);
    }

    /** Returns the time by which every call has ended. */
    Duration deadline();

    /** Runs {@code work} on one user in a session. Once its deadline has passed, every step fails. */
    <T> T inSession(UserId user, Function<Session, T> work);

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
}
