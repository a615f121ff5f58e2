package io.omnibridge.application.credentials;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/** The trial calls that an open breaker permits: one at a time, with pauses in between. Not thread-safe. */
final class TrialCalls {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 5;

    private final LongSupplier nanoTime;
    private boolean isPausing;
    private long pausesUntil;
    private boolean isRunning;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    TrialCalls(LongSupplier nanoTime) {
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    /**
     * Returns how long to wait before asking again; zero permits one call, which {@link #end} ends.
     *
     * @param extra the wait that is added to the pause
     */
    Duration admit(Duration extra) {
        long left = isPausing ? pausesUntil + extra.toNanos() - nanoTime.getAsLong() : 0;
        if (left > 0) {
            return Duration.ofNanos(left);
        }
        if (isRunning) {
            return FIRST_PAUSE;
        }
        isRunning = true;
        return Duration.ZERO;
    }

    /** Ends the trial call, if one is running. */
    void end() {
        isRunning = false;
    }

    /** Pauses for 30 seconds, doubled by each step up to 16 minutes, or for {@code atLeast} if that is longer. */
    void pause(int step, Duration atLeast) {
        int doublings = Math.min(Math.max(step, 0), MAX_DOUBLINGS);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        isPausing = true;
        pausesUntil = nanoTime.getAsLong() + (pause.compareTo(atLeast) < 0 ? atLeast : pause).toNanos();
    }

    /** Ends the pause. */
    void resume() {
        isPausing = false;
    }
}
