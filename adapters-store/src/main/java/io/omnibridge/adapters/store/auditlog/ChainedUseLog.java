package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;

/** Logs of uses in a store, with their MACs. Thread-safe. */
public interface ChainedUseLog extends ChainedLog<ChainedUse> {

    /**
     * Reads where the user's log begins; empty if it was never pruned.
     *
     * @throws IllegalStateException if it does not have the form that the store writes
     * @throws StoreUnavailable if the store did not respond in time
     */
    Optional<UseBase> base(UserId user);
}
