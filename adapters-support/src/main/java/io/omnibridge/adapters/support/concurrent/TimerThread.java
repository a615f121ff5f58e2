package io.omnibridge.adapters.support.concurrent;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One daemon thread for many timers, most of which are cancelled before they run. */
public final class TimerThread {

    private TimerThread() {}

    /** Starts the thread. A cancelled timer leaves nothing, and the queue has one entry beside the timers that wait. */
    public static ScheduledThreadPoolExecutor start(String name) {
        ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, DaemonThreads.named(name));
        timers.setRemoveOnCancelPolicy(true);
        // A timer that would be the next to run wakes the thread when it is set: this one is always before it.
        Future<?> unused = timers.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.SECONDS);
        return timers;
    }
}
