package io.omnibridge.adapters.providers.data;

import java.util.concurrent.atomic.AtomicInteger;

/** Runs an action once more for every call, on one thread at a time, and never inside of itself. Thread-safe. */
final class SerialLoop {

    private final AtomicInteger calls = new AtomicInteger();

    /** Runs the action now, or lets the thread that runs it do so again. */
    void run(Runnable action) {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        while (seen > 0) {
            action.run();
            seen = calls.addAndGet(-seen);
        }
    }
}
