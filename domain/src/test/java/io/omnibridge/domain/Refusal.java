package io.omnibridge.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Function;

/** What every refusal of a value has in common. */
public final class Refusal {

    private Refusal() {}

    /** Asserts that {@code type} refuses {@code value}, and that the refusal can be shown without repeating it. */
    public static void assertRefused(Function<String, ?> type, String value) {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> type.apply(value));
        assertNull(refusal.getCause());
        boolean tellingApart = value.length() >= 40; // a short value may be a word of the message by chance
        assertFalse(tellingApart && refusal.toString().contains(value), "the refusal repeats the value");
    }
}
