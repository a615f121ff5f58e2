package io.omnibridge.bootstrap.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Limits reports of progress to about one a second. Not thread-safe. */
final class Ticker {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Clock clock;
    private Instant next;

    /** Makes a ticker whose first report is due after one period. */
    Ticker(Clock clock) {
        this.clock = clock;
        this.next = clock.instant().plus(PERIOD);
    }

    /** Returns whether a report is due. If so, the next one is due one period later. */
    boolean poll() {
        boolean due = !clock.instant().isBefore(next);
        if (due) {
            restart();
        }
        return due;
    }

    /** Makes the next report due one period from now. */
    void restart() {
        next = clock.instant().plus(PERIOD);
    }
}
