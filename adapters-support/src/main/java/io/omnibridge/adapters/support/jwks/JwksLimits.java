package io.omnibridge.adapters.support.jwks;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Limits of a {@link JwksCache} in time and size.
 *
 * @param refreshInterval from one scheduled fetch to the next: how long a withdrawn key stays usable
 * @param coolDown how long after a fetch began no token can cause another; a failed scheduled fetch is retried after it
 * @param maxAge how long fetched keys are used when no later fetch succeeds; longer than {@code refreshInterval}
 * @param fetchTimeout of a fetch from beginning to end, and of a token that waits for one
 * @param maxBytes the maximum size of a key set
 * @param maxWaiting the maximum number of threads that wait for a fetch at the same time
 */
public record JwksLimits(
        Duration refreshInterval,
        Duration coolDown,
        Duration maxAge,
        Duration fetchTimeout,
        int maxBytes,
        int maxWaiting) {

    /** @throws InvalidValue if one is not positive, or {@code maxAge} is too short */
    public JwksLimits {
        InvalidValue.unless(
                Stream.of(refreshInterval, coolDown, maxAge, fetchTimeout).noneMatch(d -> d.isNegative() || d.isZero())
                        && maxBytes > 0
                        && maxWaiting > 0,
                "must all be positive");
        InvalidValue.unless(maxAge.compareTo(refreshInterval) > 0, "must refresh keys before they are too old");
    }
}
