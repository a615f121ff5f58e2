package io.omnibridge.adapters.http.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, until it is moved on. */
public final class AdjustableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void reset() {
        ahead = Duration.ZERO;
    }

    /** Lets {@code duration} pass at once. */
    public void pass(Duration duration) {
        ahead = ahead.plus(duration);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only instants are asked for");
    }
}
