package io.omnibridge.adapters.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The deadline of one call: once it has passed, the call's connection is cut, so that nobody can wait on it any longer. */
final class Deadline {

    private final Lock lock = new ReentrantLock();
    private boolean passed;
    private @Nullable Connection guarded;
    private @Nullable Future<?> timer;

    void endWith(Future<?> timer) {
        this.timer = timer;
    }

    /** From now on, the deadline cuts {@code connection}; at once, if it has passed. */
    void guard(Connection connection) throws SQLException {
        lock.lock();
        try {
            guarded = connection;
            if (passed) {
                cut(connection);
            }
        } finally {
            lock.unlock();
        }
    }

    void pass() {
        lock.lock();
        try {
            passed = true;
            if (guarded != null) {
                cut(guarded);
            }
        } catch (SQLException e) {
            // The connection is broken already: the call that waits on it ends by itself.
            guarded = null;
        } finally {
            lock.unlock();
        }
    }

    /** The call has ended: after this, its connection is never cut, whoever uses it next. */
    void end() {
        if (timer != null) {
            timer.cancel(false);
        }
        lock.lock();
        try {
            guarded = null;
        } finally {
            lock.unlock();
        }
    }

    private static void cut(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
    }
}
