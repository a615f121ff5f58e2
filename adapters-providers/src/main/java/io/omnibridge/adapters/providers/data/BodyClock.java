package io.omnibridge.adapters.providers.data;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Timers of one body: one for all of it, and one for the next byte while it is asked for. Thread-safe. */
final class BodyClock {

    private final BodyTimers timers;
    private final DataLimits limits;
    private final Runnable expired;
    private final Future<?> total;
    private @Nullable Future<?> idle;
    private boolean isStopped;

    /** @param expired runs when one of the timers ends */
    BodyClock(BodyTimers timers, DataLimits limits, Runnable expired) {
        this.timers = timers;
        this.limits = limits;
        this.expired = expired;
        this.total = timers.after(limits.total(), expired);
    }

    /** Starts to wait for the next byte. */
    synchronized void await() {
        if (!isStopped) {
            idle = timers.after(limits.idle(), expired);
        }
    }

    /** Ends the wait for a byte. */
    synchronized void received() {
        if (idle != null) {
            idle.cancel(false);
            idle = null;
        }
    }

    /** Ends both timers for good. */
    synchronized void stop() {
        isStopped = true;
        received();
        total.cancel(false);
    }
}
