package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.List;

/**
 * One kind of log of a store, with its MACs: one chain for each user. Thread-safe.
 *
 * @param <E> kind of its events
 */
public interface ChainedLog<E extends Chained> {

    /**
     * Reads the user's chain head; {@link StoredChainHead#NONE} if the user has no event.
     *
     * @throws IllegalStateException if it does not have the form that the store writes
     * @throws StoreUnavailable if the store did not respond in time
     */
    StoredChainHead head(UserId user);

    /**
     * Reads the first {@code limit} events of the user behind {@code position}, oldest first.
     *
     * @param position 0 to begin with the first event
     * @throws IllegalStateException if one of them does not have the form that the store writes
     * @throws StoreUnavailable if the store did not respond in time
     */
    List<E> after(UserId user, long position, int limit);
}
