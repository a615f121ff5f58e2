package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.copy.CopyProgress;
import io.omnibridge.adapters.store.copy.CopyStep;
import io.omnibridge.adapters.support.text.EnumWords;
import java.io.PrintWriter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Prints the progress of a copy: at the first user of each step, and then about once a second. Thread-safe. */
final class CopyProgressLines implements CopyProgress {

    private final PrintWriter err;
    private final Ticker ticker;
    private @Nullable CopyStep current;
    private long users;

    CopyProgressLines(PrintWriter err, Clock clock) {
        this.err = err;
        this.ticker = new Ticker(clock);
    }

    @Override
    public synchronized void done(CopyStep step) {
        if (step == current) {
            users++;
            if (ticker.poll()) {
                print(step);
            }
        } else {
            current = step;
            users = 1;
            ticker.restart();
            print(step);
        }
    }

    private void print(CopyStep step) {
        err.println(EnumWords.of(step) + ": " + Counted.of(users, "user") + " so far");
        err.flush();
    }
}
