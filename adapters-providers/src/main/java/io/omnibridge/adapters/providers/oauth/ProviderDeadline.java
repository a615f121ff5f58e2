package io.omnibridge.adapters.providers.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Deadline that several requests share. Immutable. */
final class ProviderDeadline {

    /** Minimum timeout of a request. */
    private static final Duration MIN_REMAINING = Duration.ofMillis(1);

    private final Clock clock;
    private final Instant beginning;
    private final Instant end;

    ProviderDeadline(Clock clock, Duration timeout) {
        this.clock = clock;
        this.beginning = clock.instant();
        this.end = beginning.plus(timeout);
    }

    /** Returns when the time began that the requests share. */
    Instant beginning() {
        return beginning;
    }

    /** Returns whether no time remains. */
    boolean isOver() {
        return !clock.instant().isBefore(end);
    }

    /** Returns the time that remains for the next request. */
    Duration remaining() {
        Duration remaining = Duration.between(clock.instant(), end);
        return remaining.compareTo(MIN_REMAINING) > 0 ? remaining : MIN_REMAINING;
    }
}
