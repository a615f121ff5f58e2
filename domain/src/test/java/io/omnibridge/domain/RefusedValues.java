package io.omnibridge.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Function;

/** Assertions about refused values. */
public final class RefusedValues {

    private RefusedValues() {}

    /** Asserts that {@code type} refuses {@code value} with a message that does not contain the value. */
    public static void assertRefused(Function<String, ?> type, String value) {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> type.apply(value));
        assertNull(refusal.getCause());
        boolean isDistinctive = value.length() >= 40; // a shorter value may occur in the message by chance
        assertFalse(isDistinctive && refusal.toString().contains(value), "the message contains the value");
    }
}
