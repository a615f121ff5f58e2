package io.omnibridge.adapters.providers.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example",
                "https://id.example/",
                "https://id.example:8443/a/b.c?x=y",
                "http://127.0.0.1:8080/a",
                "http://localhost/a",
                "http://[::1]:8080/a"
            })
    void allowed_urls_are_parsed(String url) {
        assertEquals(Optional.of(URI.create(url)), Urls.parse(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example/",
                "http://127.0.0.1.evil.example/",
                "http://localhost.evil.example/",
                "http://0.0.0.0/",
                "ftp://id.example/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "//id.example/",
                "/a",
                "id.example",
                "https://",
                "https://user@id.example/",
                "https://id.example@evil.example/",
                "https://id.example/#a",
                "https://id.example/a/../b",
                "https://id.example/a/%2e%2e/b",
                "https://id.example/a/.%2E",
                "https://id.example//a",
                "https://id.example\\a",
                "https://id.example/a b",
                "https://id.example:0/",
                "https://id.example:99999/",
                "https://id.example/{tenant}",
                "https://[::1",
                "https://id.example/\u0000"
            })
    @Tag("F2")
    @Tag("T1")
    void other_urls_are_rejected(String url) {
        assertTrue(Urls.parse(url).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://my_app.example/connected", "https://stack_app.1:8443/connected"})
    @Tag("C21")
    void a_url_for_browsers_may_have_an_underscore_in_its_host(String url) {
        assertEquals(Optional.of(URI.create(url)), Urls.parseForBrowser(url));
        assertTrue(Urls.parse(url).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://my_app.example/",
                "https://user@my_app.example/",
                "https://my_app.example:0/",
                "https://my_app.example:99999/",
                "https://my_app.example/a/../b",
                "https://my_app.example/#a"
            })
    @Tag("C21")
    @Tag("F2")
    void the_other_rules_hold_for_such_a_host_too(String url) {
        assertTrue(Urls.parseForBrowser(url).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://ID.example:443/token, https://id.example",
        "https://id.example/token, https://id.example",
        "https://id.example:8443/token, https://id.example:8443",
        "http://127.0.0.1:80/token, http://127.0.0.1",
        "http://127.0.0.1:443/token, http://127.0.0.1:443"
    })
    @Tag("C8")
    void an_origin_has_one_canonical_form(String url, String origin) {
        assertEquals(URI.create(origin), Urls.originOf(URI.create(url)));
    }
}
