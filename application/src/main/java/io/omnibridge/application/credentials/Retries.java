package io.omnibridge.application.credentials;

import java.time.Duration;

/** How often, and after which time, what the store did not take is offered to it again while somebody waits. */
final class Retries {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final int MAX = 6;

    private Retries() {}

    static boolean isLast(int failures) {
        return failures >= MAX;
    }

    static Duration pause(int failures) {
        return FIRST.multipliedBy(1L << Math.min(failures, MAX));
    }
}
