package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.adapters.store.copy.CopyProgress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says how far a copy has come: at the beginning of each step, and then about every second. Thread-safe. */
final class ProgressLines implements CopyProgress {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PrintWriter err;
    private final Clock clock;
    private Instant next;
    private Step current = Step.COPYING;
    private long users;

    ProgressLines(PrintWriter err, Clock clock) {
        this.err = err;
        this.clock = clock;
        this.next = clock.instant();
    }

    @Override
    public synchronized void done(Step step) {
        boolean begins = step != current;
        users = begins ? 1 : users + 1;
        current = step;
        if (begins || !clock.instant().isBefore(next)) {
            next = clock.instant().plus(PAUSE);
            err.println(EnumWords.of(step) + ": " + users + " users so far");
            err.flush();
        }
    }
}
