package io.omnibridge.adapters.support.jwks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwksEndpointTest {

    @ParameterizedTest
    @Tag("T1")
    @ValueSource(
            strings = {
                "https://issuer.example/jwks?p=x",
                "HTTPS://issuer.example:8443/",
                "https://issuer.example:65535/",
                "http://localhost/jwks",
                "http://127.0.0.1:80/",
                "http://127.1.2.3/",
                "http://[::1]:8080/jwks"
            })
    void https_is_accepted_and_http_on_loopback(String url) {
        assertDoesNotThrow(() -> new JwksEndpoint(URI.create(url), false));
    }

    @ParameterizedTest
    @Tag("T1")
    @ValueSource(
            strings = {
                "http://issuer.example/jwks",
                "http://localhost.example/",
                "http://127.0.0.1.example/",
                "http://10.0.0.1/",
                "http://0.0.0.0/",
                "http://[::2]/",
                "http://127.0.0.1@mallory.example/"
            })
    void http_beyond_loopback_is_rejected(String url) {
        InvalidValue rejection = assertThrows(InvalidValue.class, () -> new JwksEndpoint(URI.create(url), false));
        assertFalse(String.valueOf(rejection.getMessage()).contains(url));
    }

    @Test
    @Tag("T1")
    void http_beyond_loopback_is_accepted_if_cleartext_is_allowed() {
        assertDoesNotThrow(() -> new JwksEndpoint(URI.create("http://issuer.example/jwks"), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/jwks",
                "jwks",
                "https:///jwks",
                "mailto:a@b",
                "file:///etc/passwd",
                "ftp://issuer.example/",
                "jar:https://issuer.example/",
                "https://user:pw@issuer.example/",
                "https://issuer.example/#keys",
                "https://issuer.example:0/",
                "https://issuer.example:65536/"
            })
    void a_url_without_host_or_with_another_scheme_is_rejected(String url) {
        assertThrows(InvalidValue.class, () -> new JwksEndpoint(URI.create(url), true));
    }

    @Test
    void text_for_logs_has_no_query() {
        JwksEndpoint endpoint = new JwksEndpoint(URI.create("https://issuer.example:8443/jwks?code=hidden"), false);
        assertEquals("https://issuer.example:8443/jwks", endpoint.toString());
    }
}
