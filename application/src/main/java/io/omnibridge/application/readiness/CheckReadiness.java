package io.omnibridge.application.readiness;

import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.Objects;

/** Tells whether this process should be sent requests: not while it stops, and not while its store is away. Thread-safe. */
public final class CheckReadiness {

    private final StoreHealth store;
    private volatile boolean stopping;

    public CheckReadiness(StoreHealth store) {
        this.store = Objects.requireNonNull(store);
    }

    public boolean isReady() {
        if (stopping) {
            return false;
        }
        try {
            store.check();
            return true;
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    /** From now on this process is not ready, whatever its store says. */
    public void stop() {
        stopping = true;
    }
}
