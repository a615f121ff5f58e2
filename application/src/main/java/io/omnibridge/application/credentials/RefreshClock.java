package io.omnibridge.application.credentials;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.LongSupplier;

/** The time of a refresh: the store's time at a read, plus the monotonic time of this process since. Thread-safe. */
final class RefreshClock {

    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    RefreshClock(LongSupplier nanoTime) {
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    /** Returns the monotonic time, in nanoseconds. */
    long nanos() {
        return nanoTime.getAsLong();
    }

    /** Returns an upper bound of the store's time. */
    Instant now(LoadedAccount loaded) {
        return loaded.storeTimeAt(nanos());
    }

    /** Returns a lower bound of the time that is left until {@code deadline}, which is a time of the store. */
    Duration timeLeft(LoadedAccount loaded, Instant deadline) {
        return Duration.between(loaded.storeTime(), deadline).minus(loaded.ageAt(nanos()));
    }
}
