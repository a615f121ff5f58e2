package io.omnibridge.adapters.support.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for an effect of another thread, also on a slow machine. */
public final class Eventually {

    private static final long TIMEOUT_NANOS = 30_000_000_000L;
    private static final long PAUSE_NANOS = 2_000_000L;

    private Eventually() {}

    /** Returns once the condition holds; fails after 30 s. */
    public static void eventually(BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > TIMEOUT_NANOS) {
                fail("did not happen");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
