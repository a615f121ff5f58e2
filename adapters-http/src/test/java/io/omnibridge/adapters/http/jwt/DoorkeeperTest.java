package io.omnibridge.adapters.http.jwt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {

    private static final int MANY = 1_000_000;

    private final Doorkeeper doorkeeper = new Doorkeeper();
    private final SplittableRandom random = new SplittableRandom(42);

    @Test
    void a_token_is_new_once() {
        assertFalse(doorkeeper.seenBefore(TokenDigest.of("a")));
        assertTrue(doorkeeper.seenBefore(TokenDigest.of("a")));
        assertTrue(doorkeeper.seenBefore(TokenDigest.of("a")));
    }

    @Test
    void tokens_are_not_taken_for_one_another() {
        for (int i = 0; i < MANY; i++) {
            assertFalse(doorkeeper.seenBefore(randomDigest()));
        }
    }

    @Test
    void many_others_make_it_forget() {
        doorkeeper.seenBefore(TokenDigest.of("a"));
        for (int i = 0; i < MANY; i++) {
            doorkeeper.seenBefore(randomDigest());
        }
        assertFalse(doorkeeper.seenBefore(TokenDigest.of("a")));
    }

    /** Returns what a digest looks like: hashing a million tokens takes seconds. */
    private String randomDigest() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
