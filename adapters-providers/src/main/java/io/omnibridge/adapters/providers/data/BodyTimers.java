package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.support.concurrent.TimerThread;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Timers of all bodies, on one thread. A cancelled timer leaves nothing. Thread-safe. */
final class BodyTimers implements AutoCloseable {

    private final ScheduledThreadPoolExecutor executor = TimerThread.start("provider-data-timer");

    /** Runs {@code action} after {@code delay}, unless it is cancelled. */
    Future<?> after(Duration delay, Runnable action) {
        return executor.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns the number of timers that wait. */
    int waiting() {
        return Math.max(executor.getQueue().size() - 1, 0);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
