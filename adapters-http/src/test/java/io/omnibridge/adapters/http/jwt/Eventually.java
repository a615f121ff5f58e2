package io.omnibridge.adapters.http.jwt;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread will do, however slow the machine. */
final class Eventually {

    private static final long GIVE_UP_NANOS = 30_000_000_000L;
    private static final long PAUSE_NANOS = 2_000_000L;

    private Eventually() {}

    static void eventually(BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > GIVE_UP_NANOS) {
                fail("did not happen");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Whether the verifier refuses the token, for any reason. */
    static boolean refuses(TokenVerifier verifier, String token) {
        try {
            verifier.verify(token);
            return false;
        } catch (InvalidToken e) {
            return true;
        }
    }
}
