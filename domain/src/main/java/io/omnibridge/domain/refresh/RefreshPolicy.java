package io.omnibridge.domain.refresh;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.Objects;

/**
 * How a provider wants its refresh tokens treated.
 *
 * @param reuse what it does with a token that was used before
 * @param reuseGrace how long after its first use a token may be used again all the same; zero for not at all
 * @param maxAnswerDelay how late an answer may still come, or take effect: H
 * @param callTimeout how long one call may take
 * @param firstBackOff how long to wait after the first failure; twice as long after each further one
 * @param maxBackOff the most that this grows to, a provider's own word ({@code Retry-After}) aside
 */
public record RefreshPolicy(
        RefreshTokenReuse reuse,
        Duration reuseGrace,
        Duration maxAnswerDelay,
        Duration callTimeout,
        Duration firstBackOff,
        Duration maxBackOff) {

    private static final Duration DEFAULT_MAX_ANSWER_DELAY = Duration.ofMinutes(10);
    private static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration DEFAULT_FIRST_BACK_OFF = Duration.ofSeconds(2);
    private static final Duration DEFAULT_MAX_BACK_OFF = Duration.ofMinutes(5);

    /** @throws InvalidValue if a duration is negative, or the budget or a back-off is zero */
    public RefreshPolicy {
        Objects.requireNonNull(reuse, "reuse");
        InvalidValue.unless(!reuseGrace.isNegative(), "reuseGrace must not be negative");
        InvalidValue.unless(!maxAnswerDelay.isNegative(), "maxAnswerDelay must not be negative");
        InvalidValue.unless(isPositive(callTimeout), "callTimeout must be positive");
        InvalidValue.unless(isPositive(firstBackOff), "firstBackOff must be positive");
        InvalidValue.unless(maxBackOff.compareTo(firstBackOff) >= 0, "maxBackOff must not be less than firstBackOff");
    }

    /** The usual times, with what only the provider knows. */
    public static RefreshPolicy of(RefreshTokenReuse reuse, Duration reuseGrace) {
        return new RefreshPolicy(
                reuse,
                reuseGrace,
                DEFAULT_MAX_ANSWER_DELAY,
                DEFAULT_CALL_TIMEOUT,
                DEFAULT_FIRST_BACK_OFF,
                DEFAULT_MAX_BACK_OFF);
    }

    /** How long to wait after so many failures in a row, at least one. */
    public Duration backOff(int failures) {
        Duration backOff = firstBackOff;
        for (int i = 1; i < failures && backOff.compareTo(maxBackOff) < 0; i++) {
            backOff = backOff.multipliedBy(2);
        }
        return backOff.compareTo(maxBackOff) < 0 ? backOff : maxBackOff;
    }

    /** What is left of a call's time must be at least this much for a call to begin: else its answer could come too late. */
    public Duration minCallTime() {
        return callTimeout.dividedBy(4);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
