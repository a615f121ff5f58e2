package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How often, how long and how much is fetched from an issuer.
 *
 * @param refreshInterval from one scheduled fetch to the next: how long a withdrawn key can still be used
 * @param coolDown how long after a fetch began no token can cause another one; also how soon a failed scheduled one is retried
 * @param maxAge how long fetched keys are used when no later fetch succeeds; longer than {@code refreshInterval}
 * @param connectTimeout for the connection alone
 * @param fetchTimeout for a fetch from beginning to end, and for a token that waits for one
 * @param maxBytes the longest answer
 */
public record JwksLimits(
        Duration refreshInterval,
        Duration coolDown,
        Duration maxAge,
        Duration connectTimeout,
        Duration fetchTimeout,
        int maxBytes) {

    /** 5 minutes, 30 s, 1 hour, 2 s, 5 s, 1 MiB. */
    public static final JwksLimits DEFAULT = new JwksLimits(
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            1 << 20);

    /** @throws InvalidValue if one is not positive, or {@code maxAge} is too short */
    public JwksLimits {
        InvalidValue.unless(
                Stream.of(refreshInterval, coolDown, maxAge, connectTimeout, fetchTimeout)
                                .noneMatch(d -> d.isNegative() || d.isZero())
                        && maxBytes > 0,
                "must all be positive");
        InvalidValue.unless(maxAge.compareTo(refreshInterval) > 0, "must refresh keys before they are too old");
    }
}
