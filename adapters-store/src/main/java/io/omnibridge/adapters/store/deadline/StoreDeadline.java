package io.omnibridge.adapters.store.deadline;

import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Deadline of one call. When it expires, it cuts the connection that the call uses at that moment, and every connection that
 * the call uses later. Closing it ends the call. Thread-safe.
 */
public final class StoreDeadline implements AutoCloseable {

    private final Lock lock = new ReentrantLock();

    private boolean expired;
    private @Nullable Runnable cut;
    private @Nullable Future<?> timer;

    StoreDeadline() {}

    void setTimer(Future<?> timer) {
        this.timer = timer;
    }

    /**
     * Makes the deadline cut this connection, and no other, when it expires; at once, if it has expired.
     *
     * @param cut cuts the connection; neither waits nor throws
     */
    public void guard(Runnable cut) {
        lock.lock();
        try {
            this.cut = cut;
            if (expired) {
                cut.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends {@link #guard}: from now on another call may use the connection, and this deadline cannot cut it. */
    public void release() {
        lock.lock();
        try {
            cut = null;
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether no time is left. */
    public boolean hasExpired() {
        lock.lock();
        try {
            return expired;
        } finally {
            lock.unlock();
        }
    }

    void expire() {
        lock.lock();
        try {
            expired = true;
            if (cut != null) {
                cut.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Stops the timer, and releases the connection. */
    @Override
    public void close() {
        if (timer != null) {
            timer.cancel(false);
        }
        release();
    }
}
