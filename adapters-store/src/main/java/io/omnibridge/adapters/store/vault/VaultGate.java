package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.application.port.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Gate to a store, open as long as the store has the vault that this node opened. The ports take the store here, anew for every call to
 * it. Passing costs one read of a field. Thread-safe.
 */
public final class VaultGate {

    private final UserStore store;
    private volatile @Nullable String reason;

    public VaultGate(UserStore store) {
        this.store = store;
    }

    /**
     * Returns the store.
     *
     * @throws StoreUnavailable if the gate is closed
     */
    UserStore pass() {
        String closed = reason;
        if (closed != null) {
            throw new StoreUnavailable(closed);
        }
        return store;
    }

    void open() {
        reason = null;
    }

    void close(String because) {
        reason = because;
    }
}
