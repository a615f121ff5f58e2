package io.omnibridge.application.readiness;

import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Decides whether a load balancer should send requests to this process, and reports each change. Thread-safe. */
public final class CheckReadiness {

    private final StoreHealth store;
    private final BooleanSupplier keysAreKnown;
    private final ReadinessObserver observer;
    private final AtomicBoolean wasReady = new AtomicBoolean(true);
    private volatile boolean keysWereKnown;
    private volatile boolean stopping;

    /** Creates a check that reports nothing. */
    public CheckReadiness(StoreHealth store, BooleanSupplier keysAreKnown) {
        this(store, keysAreKnown, ReadinessObserver.none());
    }

    /**
     * @param keysAreKnown whether the keys of the users' tokens are known now. Once they were, an issuer that is away makes no node
     *     unready: it would take all nodes out of service at once.
     */
    public CheckReadiness(StoreHealth store, BooleanSupplier keysAreKnown, ReadinessObserver observer) {
        this.store = Objects.requireNonNull(store);
        this.keysAreKnown = Objects.requireNonNull(keysAreKnown);
        this.observer = Objects.requireNonNull(observer);
    }

    /** Returns whether the store answers, the keys of the users' tokens have been known once, and the process is not stopping. */
    public boolean isReady() {
        if (stopping) {
            return false;
        }
        Optional<String> obstacle = obstacle();
        report(obstacle);
        return obstacle.isEmpty();
    }

    private Optional<String> obstacle() {
        if (!haveKeysBeenKnown()) {
            return Optional.of("the key set of the users' issuer has not been read yet");
        }
        try {
            store.check();
            return Optional.empty();
        } catch (StoreUnavailable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void report(Optional<String> obstacle) {
        if (wasReady.getAndSet(obstacle.isEmpty()) == obstacle.isEmpty()) {
            return;
        }
        obstacle.ifPresentOrElse(observer::lost, observer::regained);
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
