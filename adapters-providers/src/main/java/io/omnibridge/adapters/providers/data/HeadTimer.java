package io.omnibridge.adapters.providers.data;

import java.time.Duration;
import java.util.concurrent.Future;

/**
 * Interrupts the thread that made it when its time is over, until it is closed. The timeout of {@code HttpRequest} is no substitute:
 * newer JDKs include the body in it, which has limits of its own. Thread-safe.
 */
final class HeadTimer implements AutoCloseable {

    private final Thread waiting = Thread.currentThread();
    private final Future<?> timer;
    private boolean isClosed;
    private boolean isOver;

    HeadTimer(BodyTimers timers, Duration limit) {
        this.timer = timers.after(limit, this::interrupt);
    }

    private synchronized void interrupt() {
        if (!isClosed) {
            isOver = true;
            waiting.interrupt();
        }
    }

    /** Returns whether the time was over before this was closed. */
    synchronized boolean isOver() {
        return isOver;
    }

    /** Ends the timer. An interruption by it is forgotten; any other stays. */
    @Override
    public void close() {
        timer.cancel(false);
        synchronized (this) {
            isClosed = true;
        }
        if (isOver()) {
            Thread.interrupted();
        }
    }
}
