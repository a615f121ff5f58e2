package io.omnibridge.adapters.providers.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Until when several calls have to be through. */
final class Deadline {

    /** The least that a call is given. */
    private static final Duration LEAST = Duration.ofMillis(1);

    private final Clock clock;
    private final Instant end;

    Deadline(Clock clock, Duration timeout) {
        this.clock = clock;
        this.end = clock.instant().plus(timeout);
    }

    /** How much time is left for one more call. */
    Duration left() {
        Duration left = Duration.between(clock.instant(), end);
        return left.compareTo(LEAST) > 0 ? left : LEAST;
    }
}
