package io.omnibridge.domain.identity;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "notes-app", "https://client.example/id", " spaced out ", "\ud83d\ude00"})
    void names_are_accepted_unchanged(String value) {
        assertEquals(value, new ClientId(value).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\u0000", "\u0085", "\ud83d", "a\ude00b"})
    void other_texts_are_refused(String value) {
        assertRefused(ClientId::new, value);
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 1_000, 100_000})
    void too_long_values_are_refused(int length) {
        assertRefused(ClientId::new, "a".repeat(length));
    }
}
