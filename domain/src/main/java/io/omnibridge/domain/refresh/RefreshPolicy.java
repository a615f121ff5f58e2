package io.omnibridge.domain.refresh;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules for refreshes at one provider: how it treats refresh tokens, and the times of calls.
 *
 * @param reuse what the provider does with a token that was used before
 * @param reuseGrace how long after its first use a token may be used again nevertheless; zero if not at all
 * @param maxResponseDelay how late a response may arrive, or a request take effect
 * @param callTimeout how long one call may take
 * @param firstBackOff how long to wait after the first failure; doubled by each further failure
 * @param maxBackOff the maximum back-off; a provider's {@code Retry-After} may exceed it
 * @param maxIdle how long credentials stay unrefreshed; shorter than the time after which the provider expires unused
 *     refresh tokens
 */
public record RefreshPolicy(
        RefreshTokenReuse reuse,
        Duration reuseGrace,
        Duration maxResponseDelay,
        Duration callTimeout,
        Duration firstBackOff,
        Duration maxBackOff,
        Duration maxIdle) {

    private static final Duration DEFAULT_MAX_RESPONSE_DELAY = Duration.ofMinutes(10);
    private static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration DEFAULT_FIRST_BACK_OFF = Duration.ofSeconds(2);
    private static final Duration DEFAULT_MAX_BACK_OFF = Duration.ofMinutes(5);
    private static final Duration DEFAULT_MAX_IDLE = Duration.ofDays(7);

    /** @throws InvalidValue if a duration is negative, or the call timeout or a back-off is zero */
    public RefreshPolicy {
        Objects.requireNonNull(reuse, "reuse");
        InvalidValue.unless(!reuseGrace.isNegative(), "reuseGrace must not be negative");
        InvalidValue.unless(!maxResponseDelay.isNegative(), "maxResponseDelay must not be negative");
        InvalidValue.unless(isPositive(callTimeout), "callTimeout must be positive");
        InvalidValue.unless(isPositive(firstBackOff), "firstBackOff must be positive");
        InvalidValue.unless(maxBackOff.compareTo(firstBackOff) >= 0, "maxBackOff must not be less than firstBackOff");
        InvalidValue.unless(isPositive(maxIdle), "maxIdle must be positive");
    }

    /** Creates a policy whose credentials are refreshed after seven idle days. */
    public RefreshPolicy(
            RefreshTokenReuse reuse,
            Duration reuseGrace,
            Duration maxResponseDelay,
            Duration callTimeout,
            Duration firstBackOff,
            Duration maxBackOff) {
        this(reuse, reuseGrace, maxResponseDelay, callTimeout, firstBackOff, maxBackOff, DEFAULT_MAX_IDLE);
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

    /** Returns this policy with another maximum idle time. */
    public RefreshPolicy withMaxIdle(Duration idle) {
        return new RefreshPolicy(reuse, reuseGrace, maxResponseDelay, callTimeout, firstBackOff, maxBackOff, idle);
    }

    /**
     * Returns how long credentials stay unrefreshed whose refresh token lives for {@code lifetime}: at most a third of
     * it, so that a failed refresh can be repeated.
     */
    public Duration maxIdle(Optional<Duration> lifetime) {
        return lifetime.map(it -> it.dividedBy(3))
                .filter(third -> third.compareTo(maxIdle) < 0)
                .orElse(maxIdle);
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
