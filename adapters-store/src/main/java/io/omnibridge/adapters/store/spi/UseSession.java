package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.LeaseId;
import java.util.Collection;

/** Read and write of one user's log that end by one deadline. For one thread. */
public interface UseSession {

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
