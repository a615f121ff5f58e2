package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Read and write of several users' logs that end by one deadline. For one thread. */
public interface SharedUseSession {

    /**
     * Reads what {@link UseSession#snapshot} reads, of several users at one moment.
     *
     * @param leases by user those in question; each user has a snapshot in the result
     */
    Map<UserId, UseSnapshot> snapshots(Map<UserId, Set<LeaseId>> leases);

    /**
     * Applies each of {@code writes} as {@link UseSession#append} does, at most one of a user. It does not wait for a log or a
     * lease that another write has locked: that user's write does not take place. If what the store has of one user makes the writing
     * fail, none takes place.
     *
     * @return the users whose write took place
     */
    Set<UserId> append(List<UseWrite> writes);
}
