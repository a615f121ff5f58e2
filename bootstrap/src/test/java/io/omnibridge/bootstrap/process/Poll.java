package io.omnibridge.bootstrap.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition by polling. */
public final class Poll {

    private static final Duration PERIOD = Duration.ofMillis(20);

    private Poll() {}

    /** Waits until {@code condition} holds, and fails if it does not within {@code timeout}. */
    public static void until(BooleanSupplier condition, Duration timeout) {
        until(condition, timeout, PERIOD);
    }

    /** As {@link #until(BooleanSupplier, Duration)}, for a condition that takes long to find out. */
    public static void until(BooleanSupplier condition, Duration timeout, Duration period) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + timeout);
            }
            pause(period);
        }
    }

    private static void pause(Duration period) {
        try {
            Thread.sleep(period.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
