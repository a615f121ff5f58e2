package io.omnibridge.application.credentials;

import java.time.Duration;

/** How this process lets time go by. Thread-safe. */
@FunctionalInterface
public interface Pause {

    /** Returns after {@code duration}, or at once if it is zero; an interrupted thread stays so, and does not wait. */
    void pause(Duration duration);

    /** Lets the calling thread sleep. */
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
