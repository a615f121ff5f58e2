package io.omnibridge.application.use;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * When a caller stops waiting, on a monotonic clock.
 *
 * @param nanoTime the clock, in nanoseconds
 * @param end the end on that clock
 */
public record Deadline(LongSupplier nanoTime, long end) {

    public Deadline {
        Objects.requireNonNull(nanoTime, "nanoTime");
    }

    /** Returns a deadline {@code timeout} from now. */
    public static Deadline in(Duration timeout, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + timeout.toNanos());
    }

    /** Returns what is left; zero if the end has come. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    /** Returns how long ago {@code start} was on the clock. */
    Duration since(long start) {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
