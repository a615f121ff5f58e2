package io.omnibridge.domain.refresh;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.Objects;

/**
 * The rules for refreshes at one provider: how it treats refresh tokens, and the times of calls.
 *
 * @param reuse what the provider does with a token that was used before
 * @param reuseGrace how long after its first use a token may be used again nevertheless; zero if not at all
 * @param maxResponseDelay how late a response may arrive, or a request take effect
 * @param callTimeout how long one call may take
 * @param firstBackOff how long to wait after the first failure; doubled by each further failure
 * @param maxBackOff the maximum back-off; a provider's {@code Retry-After} may exceed it
 */
public record RefreshPolicy(
        RefreshTokenReuse reuse,
        Duration reuseGrace,
        Duration maxResponseDelay,
        Duration callTimeout,
        Duration firstBackOff,
        Duration maxBackOff) {

    private static final Duration DEFAULT_MAX_RESPONSE_DELAY = Duration.ofMinutes(10);
    private static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration DEFAULT_FIRST_BACK_OFF = Duration.ofSeconds(2);
    private static final Duration DEFAULT_MAX_BACK_OFF = Duration.ofMinutes(5);

    /** @throws InvalidValue if a duration is negative, or the call timeout or a back-off is zero */
    public RefreshPolicy {
        Objects.requireNonNull(reuse, "reuse");
        InvalidValue.unless(!reuseGrace.isNegative(), "reuseGrace must not be negative");
        InvalidValue.unless(!maxResponseDelay.isNegative(), "maxResponseDelay must not be negative");
        InvalidValue.unless(isPositive(callTimeout), "callTimeout must be positive");
        InvalidValue.unless(isPositive(firstBackOff), "firstBackOff must be positive");
        InvalidValue.unless(maxBackOff.compareTo(firstBackOff) >= 0, "maxBackOff must not be less than firstBackOff");
    }

    /** Returns a policy with the default times. */
    public static RefreshPolicy of(RefreshTokenReuse reuse, Duration reuseGrace) {
        return new RefreshPolicy(
                reuse,
                reuseGrace,
                DEFAULT_MAX_RESPONSE_DELAY,
                DEFAULT_CALL_TIMEOUT,
                DEFAULT_FIRST_BACK_OFF,
                DEFAULT_MAX_BACK_OFF);
    }

    /** Returns how long to wait after {@code failures} in a row, at least one. */
    public Duration backOff(int failures) {
        Duration backOff = firstBackOff;
        for (int i = 1; i < failures && backOff.compareTo(maxBackOff) < 0; i++) {
            backOff = backOff.multipliedBy(2);
        }
        return backOff.compareTo(maxBackOff) < 0 ? backOff : maxBackOff;
    }

    /** Returns how much time has to be left for a call to begin: with less, its response could arrive too late. */
    public Duration minCallTime() {
        return callTimeout.dividedBy(4);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
