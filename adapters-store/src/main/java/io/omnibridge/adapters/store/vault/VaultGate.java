package io.omnibridge.adapters.store.vault;

import io.omnibridge.application.port.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls to a store pass as long as the store has the vault that this node opened. Passing costs one read of a field.
 * Thread-safe.
 */
public final class VaultGate {

    private volatile @Nullable String reason;

    /** @throws StoreUnavailable if the gate is closed */
    void pass() {
        String closed = reason;
        if (closed != null) {
            throw new StoreUnavailable(closed);
        }
    }

    void open() {
        reason = null;
    }

    void close(String because) {
        reason = because;
    }
}
