package io.omnibridge.bootstrap.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition by looking again and again. */
public final class Poll {

    private static final long PERIOD_MILLIS = 20;

    private Poll() {}

    /** Returns once {@code condition} holds; fails if it does not within {@code patience}. */
    public static void until(BooleanSupplier condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + patience);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PERIOD_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
