package io.omnibridge.domain.connect;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.credentials.Secret;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedValueTest {

    @Test
    void a_hash_matches_its_value_and_no_other() {
        HashedValue hash = HashedValue.of("abc");

        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash.sha256());
        assertTrue(hash.matches("abc"));
        assertFalse(hash.matches("abd"));
        assertFalse(hash.matches(""));
        assertFalse(hash.matches(hash.sha256()));
    }

    @Test
    @Tag("O1")
    void a_random_value_has_256_bits_and_needs_no_escaping_in_a_url() {
        SecureRandom random = new SecureRandom();

        assertTrue(HashedValue.randomValue(random).matches("[A-Za-z0-9_-]{43}"));
        assertNotEquals(HashedValue.randomValue(random), HashedValue.randomValue(random));
        assertNotEquals(AttemptId.random(random), AttemptId.random(random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
    void malformed_digests_are_refused(String value) {
        assertRefused(HashedValue::new, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0000000000000000000000000000000G"})
    void malformed_attempt_ids_are_refused(String value) {
        assertRefused(AttemptId::new, value);
    }

    @Test
    void a_secret_has_the_hash_of_its_value() {
        assertEquals(HashedValue.of("value"), HashedValue.of(new Secret("value")));
        assertTrue(HashedValue.of("value").matches(HashedValue.of(new Secret("value"))));
        assertFalse(HashedValue.of("value").matches(HashedValue.of(new Secret("other"))));
    }
}
