package io.omnibridge.adapters.http.server;

import java.time.Duration;

/**
 * Limits on slow clients. The time that the server itself takes does not count.
 *
 * @param idleTimeout maximum time without any transferred byte, between two requests or within one
 * @param gracePeriod time that every request has, from its first byte to the last byte of its response
 * @param minBytesPerSecond bytes that a request must transfer for each second beyond {@code gracePeriod}
 */
public record SlowClientLimits(Duration idleTimeout, Duration gracePeriod, long minBytesPerSecond) {

    /** Limits that no client on a working network reaches. */
    public static final SlowClientLimits DEFAULT =
            new SlowClientLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), 4096);

    private static final Duration MAX_CHECK_PERIOD = Duration.ofMillis(500);

    /** Returns the time between two checks of a connection: a quarter of the grace period, at most 500 ms. */
    Duration checkPeriod() {
        Duration quarter = gracePeriod.dividedBy(4);
        return quarter.compareTo(MAX_CHECK_PERIOD) < 0 ? quarter : MAX_CHECK_PERIOD;
    }

    /** Returns whether a request that has transferred {@code bytes} in {@code millis} milliseconds is too slow. */
    boolean isExceeded(long millis, long bytes) {
        return millis > gracePeriod.toMillis() + bytes * 1000 / minBytesPerSecond;
    }
}
