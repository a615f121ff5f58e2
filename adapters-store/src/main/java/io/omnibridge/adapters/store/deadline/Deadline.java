package io.omnibridge.adapters.store.deadline;

import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The deadline of one call: once it has passed, the call's connection is cut, so that nobody can wait on it any longer. */
public final class Deadline {

    private final Lock lock = new ReentrantLock();

    private boolean passed;
    private @Nullable Runnable cut;
    private @Nullable Future<?> timer;

    Deadline() {}

    void endWith(Future<?> timer) {
        this.timer = timer;
    }

    /**
     * From now on, the deadline cuts this connection and no other; at once, if it has passed.
     *
     * @param connection cuts it, without waiting and without throwing
     */
    public void guard(Runnable connection) {
        lock.lock();
        try {
            cut = connection;
            if (passed) {
                connection.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is no time left. */
    public boolean hasPassed() {
        lock.lock();
        try {
            return passed;
        } finally {
            lock.unlock();
        }
    }

    void pass() {
        lock.lock();
        try {
            passed = true;
            if (cut != null) {
                cut.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** After this, the connection is never cut, whoever uses it next, until another one is guarded. */
    public void release() {
        lock.lock();
        try {
            cut = null;
        } finally {
            lock.unlock();
        }
    }

    /** The call has ended. */
    public void end() {
        if (timer != null) {
            timer.cancel(false);
        }
        release();
    }
}
