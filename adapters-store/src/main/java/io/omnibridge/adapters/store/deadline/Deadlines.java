package io.omnibridge.adapters.store.deadline;

import io.omnibridge.adapters.support.concurrent.TimerThread;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Starts the deadlines of calls, all of the same length, on one timer thread. A socket timeout cannot replace a deadline: it
 * begins anew with every byte that arrives, and does not cover writing. Thread-safe.
 */
public final class Deadlines implements AutoCloseable {

    private final Duration length;
    private final ScheduledThreadPoolExecutor timer;

    /** @param threadName name of the timer thread */
    public Deadlines(Duration length, String threadName) {
        this.length = length;
        this.timer = TimerThread.start(threadName);
    }

    /** Starts a deadline. The caller closes it when the call has ended. */
    public StoreDeadline start() {
        StoreDeadline deadline = new StoreDeadline();
        deadline.setTimer(timer.schedule(deadline::expire, length.toNanos(), TimeUnit.NANOSECONDS));
        return deadline;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
