package io.omnibridge.bootstrap.wiring;

import java.time.Duration;
import java.util.Optional;

/** Values of gauges. */
final class Gauges {

    private static final double MILLIS = 1_000;

    private Gauges() {}

    /** Returns a duration in seconds; NaN, which Prometheus reads as unknown, if there is none. */
    static double seconds(Optional<Duration> duration) {
        return duration.map(it -> it.toMillis() / MILLIS).orElse(Double.NaN);
    }
}
