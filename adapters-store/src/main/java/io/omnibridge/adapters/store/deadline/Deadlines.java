package io.omnibridge.adapters.store.postgres;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Gives each call its deadline. A socket's timeout would not do: it begins anew with every byte that arrives, and does not
 * cover writing. Thread-safe; one thread for all calls.
 */
final class Deadlines implements AutoCloseable {

    private final Duration length;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Deadlines::daemon);

    Deadlines(Duration length) {
        this.length = length;
        timer.setRemoveOnCancelPolicy(true);
    }

    /** A deadline that begins now. */
    Deadline begin() {
        Deadline deadline = new Deadline();
        deadline.endWith(timer.schedule(deadline::pass, length.toNanos(), TimeUnit.NANOSECONDS));
        return deadline;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "omnibridge-postgres-deadlines");
        thread.setDaemon(true);
        return thread;
    }
}
