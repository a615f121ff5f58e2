package io.omnibridge.application.credentials;

import java.time.Duration;

/** Retry times of a refresh: of writes that the store did not take, and of callers that got no credentials. */
final class RefreshRetries {

    /** The retry time of a caller where no better time is known. */
    static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(1);

    private static final Duration FIRST_DELAY = Duration.ofMillis(50);
    private static final int MAX_FAILURES = 6;

    private RefreshRetries() {}

    /** Returns whether a caller has waited long enough after so many failures. */
    static boolean isExhausted(int failures) {
        return failures >= MAX_FAILURES;
    }

    /** Returns 50 ms, doubled by each failure. */
    static Duration delay(int failures) {
        return FIRST_DELAY.multipliedBy(1L << Math.min(failures, MAX_FAILURES));
    }
}
