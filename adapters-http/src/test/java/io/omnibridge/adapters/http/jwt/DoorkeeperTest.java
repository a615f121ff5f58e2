package io.omnibridge.adapters.http.jwt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoorkeeperTest {

    private static final int MANY = 1_000_000;

    private final Doorkeeper doorkeeper = new Doorkeeper();

    @Test
    void a_token_is_new_once() {
        assertFalse(doorkeeper.seenBefore(TokenDigest.of("a")));
        assertTrue(doorkeeper.seenBefore(TokenDigest.of("a")));
        assertTrue(doorkeeper.seenBefore(TokenDigest.of("a")));
    }

    @Test
    void tokens_are_not_taken_for_one_another() {
        for (int i = 0; i < MANY; i++) {
            assertFalse(doorkeeper.seenBefore(TokenDigest.of("token" + i)));
        }
    }

    @Test
    void many_others_make_it_forget() {
        doorkeeper.seenBefore(TokenDigest.of("a"));
        for (int i = 0; i < MANY; i++) {
            doorkeeper.seenBefore(TokenDigest.of("token" + i));
        }
        assertFalse(doorkeeper.seenBefore(TokenDigest.of("a")));
    }
}
