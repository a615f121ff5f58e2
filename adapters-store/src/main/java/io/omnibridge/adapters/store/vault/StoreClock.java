package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.StoreTime;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The store's time as a clock: it was read from the store once, and the process's monotonic clock counts on from there. The wall
 * clock of the node does not change it. It is accurate to half of the round trip in which it was read, and to what the monotonic
 * clock drifts until the next {@link #synchronize}. Its times are whole milliseconds. Thread-safe.
 */
public final class StoreClock extends Clock {

    private final StoreTime time;
    private final LongSupplier nanoTime;
    private volatile Reading reading;

    /**
     * Reads the store's time.
     *
     * @param nanoTime the process's monotonic clock, in nanoseconds
     * @throws StoreUnavailable if the store did not respond
     */
    public StoreClock(StoreTime time, LongSupplier nanoTime) {
        this.time = time;
        this.nanoTime = nanoTime;
        this.reading = Reading.of(time, nanoTime);
    }

    /** The store's time at one moment of the monotonic clock. */
    private record Reading(Instant at, long nanos) {

        /** Assumes that the store read its clock in the middle of the round trip. */
        static Reading of(StoreTime time, LongSupplier nanoTime) {
            long before = nanoTime.getAsLong();
            Instant at = time.read();
            return new Reading(at, before + (nanoTime.getAsLong() - before) / 2);
        }
    }

    /**
     * Reads the store's time again.
     *
     * @throws StoreUnavailable if the store did not respond; the clock goes on as before
     */
    public void synchronize() {
        reading = Reading.of(time, nanoTime);
    }

    @Override
    public Instant instant() {
        Reading last = reading;
        return last.at().plusNanos(nanoTime.getAsLong() - last.nanos()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Returns this clock: nothing in OmniBridge depends on a zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
