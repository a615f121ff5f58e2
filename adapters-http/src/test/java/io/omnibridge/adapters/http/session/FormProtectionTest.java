package io.omnibridge.adapters.http.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestRequest;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form counts only if one of the session's own pages sent it. */
@Tag("W4")
class FormProtectionTest {

    private final SessionApi service = SessionApi.start();
    private final TestBrowser alice = service.signedIn("alice");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_form_of_the_sessions_own_page_counts() {
        assertEquals(
                "alice effect 1",
                alice.post("/ui/accounts", "form_token", alice.formToken()).body());
    }

    @Test
    void an_old_browser_tells_the_origin_instead() {
        assertEquals(200, send("Origin", "https://bridge.example").status());
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Sec-Fetch-Site, SAME-ORIGIN",
        "Sec-Fetch-Site, 'same-origin, cross-site'",
        "Origin, null",
        "Origin, https://evil.example",
        "Origin, http://bridge.example",
        "Origin, https://bridge.example:8443",
        "Origin, https://bridge.example.evil.example",
        "Origin, http://127.0.0.1:8080",
        "Referer, https://bridge.example/ui/accounts",
        "X-Requested-With, XMLHttpRequest"
    })
    void another_sites_form_has_no_effect(String header, String value) {
        assertNoEffect(send(header, value));
    }

    @Test
    void a_form_from_nowhere_has_no_effect() {
        assertNoEffect(formWithToken().send());
    }

    @Test
    void a_second_origin_does_not_help() {
        assertNoEffect(formWithToken()
                .header("Origin", "https://bridge.example")
                .header("Origin", "https://evil.example")
                .send());
        assertNoEffect(formWithToken()
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Site", "cross-site")
                .send());
        assertNoEffect(formWithToken()
                .header("Sec-Fetch-Site", "cross-site")
                .header("Origin", "https://bridge.example")
                .send());
    }

    @Test
    void the_token_is_of_this_session() {
        String ofMallory = service.signedIn("mallory").formToken();
        String ofAnotherSession = service.signedIn("alice").formToken();

        for (String token : List.of(ofMallory, ofAnotherSession, "made-up", "")) {
            assertNoEffect(alice.post("/ui/accounts", "form_token", token));
        }
        assertNoEffect(alice.post("/ui/accounts"));
        assertNoEffect(alice.post("/ui/accounts?form_token=" + alice.formToken()));
    }

    @Test
    void a_repeated_token_has_no_effect() {
        String token = alice.formToken();

        assertEquals(
                400,
                alice.post("/ui/accounts", "form_token", token, "form_token", token)
                        .status());
        assertEquals(0, service.effects.get());
    }

    @Test
    void a_form_without_a_session_has_no_effect_and_says_so() {
        TestResponse response = service.browser().post("/ui/accounts", "form_token", alice.formToken());

        assertEquals(403, response.status());
        assertTrue(response.body().contains("<h1>Your session has ended</h1>"), response::body);
        assertTrue(response.body().contains("nothing was done"), response::body);
        assertTrue(response.body().contains("href=\"../ui/sign-in?to=%2Fui%2Faccounts\""), response::body);
        assertEquals(0, service.effects.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "none"})
    void another_site_cannot_sign_out(String site) {
        TestResponse response = alice.form("/ui/sign-out", "form_token", alice.formToken())
                .header("Sec-Fetch-Site", site)
                .send();

        assertEquals(403, response.status());
        assertEquals(200, alice.get("/ui/accounts").status());
    }

    @Test
    void another_site_cannot_begin_a_sign_in() {
        TestBrowser browser = service.browser();

        assertEquals(
                403,
                browser.form("/ui/sign-in")
                        .header("Sec-Fetch-Site", "cross-site")
                        .send()
                        .status());
        assertEquals(1, service.issuer.attempts.size(), "the one of alice");
    }

    private TestRequest formWithToken() {
        return alice.form("/ui/accounts", "form_token", alice.formToken());
    }

    private TestResponse send(String header, String value) {
        return formWithToken().header(header, value).send();
    }

    private void assertNoEffect(TestResponse response) {
        assertEquals(true, List.of(400, 403).contains(response.status()), response::toString);
        assertEquals(0, service.effects.get());
    }
}
