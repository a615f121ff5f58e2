package io.omnibridge.application.credentials;

import java.time.Duration;

/** When a refresh retries writes that the store did not take, and when its callers should retry. */
final class RefreshRetries {

    /** What a caller is told to wait where no better time is known. */
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
