package io.omnibridge.domain;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexIdTest {

    @Test
    void drawn_ids_have_the_form_and_differ() {
        SecureRandom random = new SecureRandom();
        String id = HexId.draw(random);

        assertDoesNotThrow(() -> HexId.require(id));
        assertNotEquals(id, HexId.draw(random));
    }

    @Test
    void all_16_bytes_come_from_the_random_source() {
        SecureRandom counting = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) (0xF0 + i);
                }
            }
        };

        assertEquals("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff", HexId.draw(counting));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdef0",
                "0123456789ABCDEF0123456789abcdef",
                "0123456789abcdeg0123456789abcdef",
                "0123456789abcdef0123456789abcde\n"
            })
    void any_other_form_is_rejected(String value) {
        InvalidValue rejection = assertThrows(InvalidValue.class, () -> HexId.require(value));

        assertEquals("must be 32 lower-case hexadecimal digits", rejection.getMessage());
    }
}
