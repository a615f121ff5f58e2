package io.omnibridge.domain.account;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C8")
class TokenOriginTest {

    private static final String ENDPOINT = "https://oauth.example";

    @ParameterizedTest
    @ValueSource(
            strings = {"https://oauth.example", "https://oauth.example:8443", "http://127.0.0.1:8080", "https://[::1]"})
    void a_scheme_a_host_and_a_port_are_an_origin(String endpoint) {
        assertEquals(
                endpoint,
                new TokenOrigin("client", URI.create(endpoint)).tokenEndpoint().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://oauth.example/",
                "https://oauth.example/token",
                "https://user@oauth.example",
                "https://oauth.example?a=b",
                "https://oauth.example#a",
                "//oauth.example",
                "oauth.example",
                "mailto:a@oauth.example",
                "https:///token",
                ""
            })
    void other_uris_are_refused(String endpoint) {
        assertRefused(value -> new TokenOrigin("client", URI.create(value)), endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "\u00e9", "\u007f"})
    void a_client_id_is_visible_ascii(String clientId) {
        assertRefused(value -> new TokenOrigin(value, URI.create(ENDPOINT)), clientId);
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 1_000})
    void a_client_id_has_at_most_255_characters(int length) {
        assertRefused(value -> new TokenOrigin(value, URI.create(ENDPOINT)), "a".repeat(length));
    }
}
