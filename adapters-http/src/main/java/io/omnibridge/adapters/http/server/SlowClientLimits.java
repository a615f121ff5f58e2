package io.omnibridge.adapters.http.server;

import java.time.Duration;

/**
 * How long the server waits for a client.
 *
 * @param idleTimeout how long a connection may move no byte at all, between two requests or within one
 * @param gracePeriod how long an exchange, from the first byte of a request to the last of its answer, may take in any case
 * @param minBytesPerSecond how many bytes an exchange has to move for each second beyond {@code gracePeriod}
 */
public record SlowClientLimits(Duration idleTimeout, Duration gracePeriod, long minBytesPerSecond) {

    /** What a client on any working network stays far away from. */
    public static final SlowClientLimits DEFAULT =
            new SlowClientLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), 4096);

    private static final Duration COARSEST = Duration.ofMillis(500);

    /** How exactly all this is measured. */
    Duration granularity() {
        Duration quarter = gracePeriod.dividedBy(4);
        return quarter.compareTo(COARSEST) < 0 ? quarter : COARSEST;
    }

    /** Whether an exchange that has moved {@code bytes} in {@code millis} milliseconds is over its time. */
    boolean isExceeded(long millis, long bytes) {
        return millis > gracePeriod.toMillis() + bytes * 1000 / minBytesPerSecond;
    }
}
