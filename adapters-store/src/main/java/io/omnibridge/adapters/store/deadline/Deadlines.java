package io.omnibridge.adapters.store.deadline;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Gives each call its deadline. A socket's timeout would not do: it begins anew with every byte that arrives, and does not
 * cover writing. Thread-safe; one thread for all calls.
 */
public final class Deadlines implements AutoCloseable {

    private final Duration length;
    private final ScheduledThreadPoolExecutor timer;

    /** @param name of the thread that keeps the time */
    public Deadlines(Duration length, String name) {
        this.length = length;
        this.timer = new ScheduledThreadPoolExecutor(1, work -> daemon(work, name));
        timer.setRemoveOnCancelPolicy(true);
    }

    /** A deadline that begins now. */
    public Deadline begin() {
        Deadline deadline = new Deadline();
        deadline.endWith(timer.schedule(deadline::pass, length.toNanos(), TimeUnit.NANOSECONDS));
        return deadline;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
