package io.omnibridge.application.credentials;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/** The calls of this process that a provider's answer is awaited for, and a door that can be closed. Thread-safe. */
final class CallsInFlight {

    private final LongSupplier nanoTime;
    private int calls;
    private boolean isClosed;

    /** @param nanoTime a clock that never goes back */
    CallsInFlight(LongSupplier nanoTime) {
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    /** Whether another call may begin; {@link #leave} ends it. */
    synchronized boolean enter() {
        if (isClosed) {
            return false;
        }
        calls++;
        return true;
    }

    synchronized void leave() {
        calls--;
        notifyAll();
    }

    /**
     * Lets no more calls begin, and waits for those that are under way.
     *
     * @return whether all of them have ended
     */
    synchronized boolean close(Duration atMost) throws InterruptedException {
        isClosed = true;
        long end = nanoTime.getAsLong() + atMost.toNanos();
        for (long left = atMost.toMillis(); calls > 0 && left > 0; left = (end - nanoTime.getAsLong()) / 1_000_000) {
            wait(left);
        }
        return calls == 0;
    }
}
