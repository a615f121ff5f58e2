package io.omnibridge.adapters.providers.data;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Timers of one body: one for all of it, and one for the next byte while it is asked for. A body that is complete at once needs none,
 * so they run only from {@link #start} on. Thread-safe.
 */
final class BodyClock {

    private final BodyTimers timers;
    private final DataLimits limits;
    private final Runnable expired;
    private @Nullable Future<?> total;
    private @Nullable Future<?> idle;
    private boolean isAwaiting;
    private boolean isStopped;

    /** @param expired runs when one of the timers ends */
    BodyClock(BodyTimers timers, DataLimits limits, Runnable expired) {
        this.timers = timers;
        this.limits = limits;
        this.expired = expired;
    }

    /** Starts the timers, unless they were stopped. */
    synchronized void start() {
        if (!isStopped) {
            total = timers.after(limits.total(), expired);
            startIdle();
        }
    }

    /** Starts to wait for the next byte. */
    synchronized void await() {
        isAwaiting = true;
        startIdle();
    }

    private void startIdle() {
        if (isAwaiting && total != null && !isStopped) {
            idle = timers.after(limits.idle(), expired);
        }
    }

    /** Ends the wait for a byte. */
    synchronized void received() {
        isAwaiting = false;
        cancel(idle);
    }

    /** Ends both timers for good. */
    synchronized void stop() {
        isStopped = true;
        cancel(idle);
        cancel(total);
    }

    private static void cancel(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
