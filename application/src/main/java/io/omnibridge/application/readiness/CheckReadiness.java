package io.omnibridge.application.readiness;

import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.Objects;

/** Decides whether a load balancer should send requests to this process. Thread-safe. */
public final class CheckReadiness {

    private final StoreHealth store;
    private volatile boolean stopping;

    public CheckReadiness(StoreHealth store) {
        this.store = Objects.requireNonNull(store);
    }

    /** Returns whether the store answers and the process is not stopping. */
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

    /** Marks the process as stopping: it is not ready any more. */
    public void stop() {
        stopping = true;
    }
}
