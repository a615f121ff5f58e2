package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import java.time.Duration;

/** Problems that end by themselves. */
final class RetryLater {

    private RetryLater() {}

    /** Returns the problem of a provider's limit that ends after {@code left}. */
    static Problem limitReached(Duration left) {
        long seconds = seconds(left);
        return new Problem(
                ProblemCode.RATE_LIMITED,
                "The provider's limit for this account is reached; ask again in " + seconds
                        + (seconds == 1 ? " second." : " seconds."));
    }

    /** Returns a problem with the time to wait (RFC 9110 §10.2.3). */
    static Problem in(Duration time, Problem problem) {
        return problem.withHeader("Retry-After", Long.toString(seconds(time)));
    }

    /** Returns whole seconds, rounded up, and at least one. */
    private static long seconds(Duration time) {
        return Math.max(1, time.plusMillis(999).toSeconds());
    }
}
