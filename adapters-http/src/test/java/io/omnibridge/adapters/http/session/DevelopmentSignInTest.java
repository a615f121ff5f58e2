package io.omnibridge.adapters.http.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sign-in of {@code serve --dev}. */
class DevelopmentSignInTest {

    private final SessionApi service = SessionApi.startForDevelopment();
    private final TestBrowser browser = service.browser();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_button_signs_in_alice() {
        assertTrue(browser.getAt("127.0.0.1:8080", "/ui/sign-in?to=/ui/accounts")
                .body()
                .contains("alice"));

        TestResponse response = browser.post("/ui/sign-in", "to", "/ui/accounts?page=2");

        assertEquals("/ui/accounts?page=2", response.header("location"));
        assertTrue(browser.get("/ui/accounts").body().startsWith("alice "));
    }

    @Test
    void another_name_of_loopback_leads_to_that_of_the_public_url() {
        TestResponse response = browser.getAt("localhost:9000", "/ui/sign-in?to=/ui/leases");

        assertEquals(303, response.status());
        assertEquals("http://127.0.0.1:9000/ui/leases", response.header("location"));
    }

    @Test
    @Tag("W4")
    void a_name_that_was_rebound_to_loopback_begins_no_session() {
        assertEquals(403, browser.getAt("evil.example:8080", "/ui/sign-in").status());
        assertEquals(403, browser.postAt("evil.example:8080", "/ui/sign-in").status());
        assertEquals(List.of(), browser.cookieNames());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"})
    @Tag("W4")
    void a_browser_behind_a_proxy_begins_no_session(String header) {
        TestResponse response = browser.form("/ui/sign-in")
                .header("Sec-Fetch-Site", "same-origin")
                .header(header, "10.1.2.3")
                .send();

        assertEquals(403, response.status());
        assertEquals(List.of(), browser.cookieNames());
    }

    @Test
    void the_cookie_is_one_that_cleartext_can_carry() {
        browser.post("/ui/sign-in");

        assertEquals(List.of("omnibridge_session"), browser.cookieNames());
    }

    @Test
    @Tag("W4")
    void any_loopback_name_of_the_listener_is_its_origin() {
        for (String host : List.of("127.0.0.1", "localhost", "[::1]")) {
            assertEquals(
                    303,
                    browser.form("/ui/sign-in")
                            .header("Origin", "http://" + host + ":" + service.api.port())
                            .send()
                            .status(),
                    host);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example:8080", "http://127.0.0.1:1", "http://127.0.0.1.evil.example", "null"})
    @Tag("W4")
    void a_page_of_another_site_begins_no_session(String origin) {
        TestResponse response =
                browser.form("/ui/sign-in").header("Origin", origin).send();

        assertEquals(403, response.status());
        assertFalse(response.headers().containsKey("set-cookie"));
    }
}
