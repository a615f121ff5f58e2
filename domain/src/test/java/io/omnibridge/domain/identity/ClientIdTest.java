package io.omnibridge.domain.identity;

import static io.omnibridge.domain.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "notes-app", "https://client.example/id", " spaced out ", "\ud83d\ude00"})
    void a_name_is_accepted_as_it_is(String value) {
        assertEquals(value, new ClientId(value).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\u0000", "\u0085", "\ud83d", "a\ude00b"})
    void what_is_no_name_is_refused(String value) {
        assertRefused(ClientId::new, value);
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 1_000, 100_000})
    void what_is_too_long_is_refused(int length) {
        assertRefused(ClientId::new, "a".repeat(length));
    }
}
