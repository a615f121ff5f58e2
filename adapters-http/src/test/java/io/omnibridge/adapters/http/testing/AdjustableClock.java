package io.omnibridge.adapters.http.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** System clock that tests can advance. Thread-safe. */
public final class AdjustableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void reset() {
        ahead = Duration.ZERO;
    }

    /** Advances the clock by {@code duration}. */
    public void advance(Duration duration) {
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
        throw new UnsupportedOperationException("only instants are supported");
    }
}
