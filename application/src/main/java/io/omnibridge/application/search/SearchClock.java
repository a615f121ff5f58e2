package io.omnibridge.application.search;

import io.omnibridge.application.use.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * The time of searches.
 *
 * @param timeout how long one search may take
 * @param nanoTime a monotonic clock, in nanoseconds
 */
public record SearchClock(Duration timeout, Clock clock, LongSupplier nanoTime) {

    public SearchClock {
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(nanoTime, "nanoTime");
    }

    /** Returns the deadline of a search that begins now. */
    Deadline deadline() {
        return Deadline.in(timeout, nanoTime);
    }

    Instant instant() {
        return clock.instant();
    }
}
