package io.omnibridge.domain.connect;

import static io.omnibridge.domain.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedValueTest {

    @Test
    void a_proof_is_the_digest_of_a_value_and_knows_it_again() {
        HashedValue hash = HashedValue.of("abc");

        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash.sha256());
        assertTrue(hash.matches("abc"));
        assertFalse(hash.matches("abd"));
        assertFalse(hash.matches(""));
        assertFalse(hash.matches(hash.sha256()));
    }

    @Test
    @Tag("O1")
    void what_is_drawn_has_256_bits_and_can_stand_in_a_url() {
        SecureRandom random = new SecureRandom();

        assertTrue(HashedValue.randomValue(random).matches("[A-Za-z0-9_-]{43}"));
        assertNotEquals(HashedValue.randomValue(random), HashedValue.randomValue(random));
        assertNotEquals(AttemptId.random(random), AttemptId.random(random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
    void nothing_else_is_a_digest(String value) {
        assertRefused(HashedValue::new, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0000000000000000000000000000000G"})
    void nothing_else_is_an_attempt_id(String value) {
        assertRefused(AttemptId::new, value);
    }
}
