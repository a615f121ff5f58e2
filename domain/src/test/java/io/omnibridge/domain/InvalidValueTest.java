package io.omnibridge.domain;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class InvalidValueTest {

    @Test
    void the_message_says_what_is_wrong() {
        InvalidValue invalid = assertThrows(InvalidValue.class, () -> InvalidValue.unless(false, "must be blue"));

        assertEquals("must be blue", invalid.getMessage());
    }

    @Test
    void a_valid_value_passes() {
        assertDoesNotThrow(() -> InvalidValue.unless(true, "must be blue"));
    }
}
