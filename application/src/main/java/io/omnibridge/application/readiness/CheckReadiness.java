package io.omnibridge.application.readiness;

import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Decides whether a load balancer should send requests to this process. Thread-safe. */
public final class CheckReadiness {

    private final StoreHealth store;
    private final BooleanSupplier keysAreKnown;
    private volatile boolean keysWereKnown;
    private volatile boolean stopping;

    /**
     * @param keysAreKnown whether the keys of the users' tokens are known now. Once they were, an issuer that is away makes no node
     *     unready: it would take all nodes out of service at once.
     */
    public CheckReadiness(StoreHealth store, BooleanSupplier keysAreKnown) {
        this.store = Objects.requireNonNull(store);
        this.keysAreKnown = Objects.requireNonNull(keysAreKnown);
    }

    /** Returns whether the store answers, the keys of the users' tokens have been known once, and the process is not stopping. */
    public boolean isReady() {
        if (stopping || !haveKeysBeenKnown()) {
            return false;
        }
        try {
            store.check();
            return true;
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    private boolean haveKeysBeenKnown() {
        keysWereKnown = keysWereKnown || keysAreKnown.getAsBoolean();
        return keysWereKnown;
    }

    /** Marks the process as stopping: it is not ready any more. */
    public void stop() {
        stopping = true;
    }
}
