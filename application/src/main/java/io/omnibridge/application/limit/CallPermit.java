package io.omnibridge.application.limit;

import java.util.concurrent.atomic.AtomicBoolean;

/** Permit of a {@link CallLimiter} for one call. It counts until it is closed, once or more often. Thread-safe. */
public final class CallPermit implements AutoCloseable {

    private final Runnable leave;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    CallPermit(Runnable leave) {
        this.leave = leave;
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            leave.run();
        }
    }
}
