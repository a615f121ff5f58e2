package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.List;

/** The records of a store as they were chained, for checking them. Thread-safe. */
public interface ChainedAuditLog {

    /**
     * The head that the store keeps of the user's record.
     *
     * @throws IllegalStateException if it is not as the store writes one
     * @throws StoreUnavailable if the store did not answer in time
     */
    StoredChainHead head(UserId user);

    /**
     * The first {@code limit} events of the user behind {@code position}, oldest first.
     *
     * @param position 0 for the record's beginning
     * @throws IllegalStateException if one of them is not as the store writes one
     * @throws StoreUnavailable if the store did not answer in time
     */
    List<ChainedEvent> after(UserId user, long position, int limit);
}
