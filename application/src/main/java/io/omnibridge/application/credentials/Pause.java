package io.omnibridge.application.credentials;

import java.time.Duration;

/** Lets a thread wait. Tests replace it. Thread-safe. */
@FunctionalInterface
public interface Pause {

    /** Waits for {@code duration}. Returns early if the thread is interrupted, and keeps its interrupt flag. */
    void pause(Duration duration);

    /** Returns a pause that sleeps. */
    static Pause sleeping() {
        return duration -> {
            try {
                Thread.sleep(duration.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
