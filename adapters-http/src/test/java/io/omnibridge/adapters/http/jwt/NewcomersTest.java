package io.omnibridge.adapters.http.jwt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NewcomersTest {

    private static final int MANY = 1_000_000;

    private final Newcomers newcomers = new Newcomers();

    @Test
    void a_token_is_new_once() {
        assertFalse(newcomers.cameBefore(Fingerprint.of("a")));
        assertTrue(newcomers.cameBefore(Fingerprint.of("a")));
        assertTrue(newcomers.cameBefore(Fingerprint.of("a")));
    }

    @Test
    void tokens_are_not_taken_for_one_another() {
        for (int i = 0; i < MANY; i++) {
            assertFalse(newcomers.cameBefore(Fingerprint.of("token" + i)));
        }
    }

    @Test
    void many_others_make_it_forget() {
        newcomers.cameBefore(Fingerprint.of("a"));
        for (int i = 0; i < MANY; i++) {
            newcomers.cameBefore(Fingerprint.of("token" + i));
        }
        assertFalse(newcomers.cameBefore(Fingerprint.of("a")));
    }
}
