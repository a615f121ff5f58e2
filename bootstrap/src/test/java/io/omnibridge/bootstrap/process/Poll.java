package io.omnibridge.bootstrap.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition by polling. */
public final class Poll {

    private static final long PERIOD_MILLIS = 20;

    private Poll() {}

    /** Waits until {@code condition} holds, and fails if it does not within {@code timeout}. */
    public static void until(BooleanSupplier condition, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + timeout);
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
