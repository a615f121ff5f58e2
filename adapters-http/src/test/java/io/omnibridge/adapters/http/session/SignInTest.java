package io.omnibridge.adapters.http.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.domain.session.SignInAttempt;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sign-in counts in the browser that began it, once. */
@Tag("W3")
class SignInTest {

    private final SessionApi service = SessionApi.start();
    private final TestBrowser alice = service.browser();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_browser_without_a_session_signs_in_and_sees_the_page_that_it_asked_for() {
        TestResponse first = alice.get("/ui/accounts?page=2");
        assertEquals(303, first.status());
        assertEquals("/ui/sign-in?to=%2Fui%2Faccounts%3Fpage%3D2", first.header("location"));
        assertTrue(alice.get(first.header("location")).body().contains("value=\"/ui/accounts?page=2\""));

        alice.beginSignIn("/ui/accounts?page=2");
        TestResponse signedIn = alice.get(service.issuer.signIn("alice"));

        assertEquals(303, signedIn.status());
        assertEquals("/ui/accounts?page=2", signedIn.header("location"));
        assertTrue(alice.get("/ui/accounts?page=2").body().startsWith("alice "));
        assertEquals(List.of("__Host-omnibridge_session"), alice.cookieNames());
    }

    @Test
    void the_page_goes_on_to_the_issuer_by_itself() {
        TestResponse page = alice.post("/ui/sign-in", "to", "/ui/accounts");

        String state = service.issuer.attempts.get(0).oauthState().reveal();
        String url = FakeIssuer.AUTHORIZE + state + "&amp;prompt=login";
        assertTrue(page.body().contains("<meta http-equiv=\"refresh\" content=\"0; url=" + url + "\">"), page::body);
        assertTrue(page.body().contains("href=\"" + url + "\""), page::body);
    }

    @Test
    void the_cookies_are_kept_from_scripts_and_other_sites() {
        String cookie = alice.post("/ui/sign-in").header("set-cookie");

        assertTrue(
                cookie.matches("__Host-omnibridge_sign_in=[A-Za-z0-9_-]+; Path=/; HttpOnly; SameSite=Lax; Secure;"
                        + " Max-Age=600"),
                cookie);
        TestResponse signedIn = alice.get(service.issuer.signIn("alice"));
        assertEquals(
                List.of(
                        "__Host-omnibridge_sign_in=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
                        "__Host-omnibridge_session=S; Path=/; HttpOnly; SameSite=Lax; Secure"),
                signedIn.headers().getOrDefault("set-cookie", List.of()).stream()
                        .map(it -> it.replaceAll("session=[A-Za-z0-9_-]+", "session=S"))
                        .toList());
    }

    @Test
    void another_browser_cannot_complete_it() {
        TestBrowser mallory = service.browser().beginSignIn("/ui/accounts");
        String redirect = service.issuer.signIn("mallory");

        TestResponse response = alice.get(redirect);

        assertRefused(response);
        assertEquals(List.of(), alice.cookieNames());
        assertEquals(303, mallory.get(redirect).status());
    }

    @Test
    void a_browser_with_a_sign_in_of_its_own_does_not_complete_anothers() {
        alice.beginSignIn("/ui/accounts");
        service.browser().beginSignIn("/ui/accounts");

        assertRefused(alice.get(service.issuer.signIn("mallory")));
    }

    @Test
    void the_state_of_a_former_sign_in_does_not_count() {
        alice.beginSignIn("/ui/accounts");
        String former = service.issuer.signIn("alice");
        alice.beginSignIn("/ui/accounts");

        assertRefused(alice.get(former));
    }

    @Test
    void a_redirect_counts_once() {
        alice.beginSignIn("/ui/accounts");
        String redirect = service.issuer.signIn("alice");
        TestBrowser thief = service.browser();
        thief.steal(alice);

        assertEquals(303, alice.get(redirect).status());
        assertRefused(alice.get(redirect));
        assertRefused(thief.get(redirect));
    }

    @Test
    void a_sign_in_lives_for_ten_minutes() {
        alice.beginSignIn("/ui/accounts");
        String redirect = service.issuer.signIn("alice");
        service.clock.advance(SignInAttempt.LIFETIME);

        assertRefused(alice.get(redirect));
    }

    @Test
    void a_repeated_cookie_is_none() {
        alice.beginSignIn("/ui/accounts");
        String redirect = service.issuer.signIn("alice");

        TestResponse response = alice.getWith(redirect, "__Host-omnibridge_sign_in=planted");

        assertRefused(response);
    }

    @Test
    void head_completes_nothing() {
        alice.beginSignIn("/ui/accounts");
        String redirect = service.issuer.signIn("alice");

        assertEquals(200, alice.head(redirect).status());
        assertEquals(303, alice.get(redirect).status());
    }

    @Test
    void the_issuer_parameter_reaches_the_check() {
        alice.beginSignIn("/ui/accounts");
        alice.get(service.issuer.signIn("alice") + "&iss=https%3A%2F%2Fissuer.example&session_state=x");

        assertEquals(List.of(Optional.of("https://issuer.example")), service.issuer.issuers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "invalid_scope", "server_error", "<script>", "login_required"})
    void an_error_of_the_issuer_begins_no_session_and_is_not_repeated(String error) {
        alice.beginSignIn("/ui/accounts");
        String state = service.issuer.attempts.get(0).oauthState().reveal();

        TestResponse page = alice.get("/ui/signed-in?state=" + state + "&code=alice&error="
                + error.replace("<", "%3C").replace(">", "%3E") + "&error_description=Call+Mallory");

        assertRefused(page);
        assertFalse(page.body().contains("Mallory"));
        assertFalse(page.body().contains("script>"));
        assertTrue(page.body().contains("href=\"../ui/sign-in\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?state=", "?state=x&state=y", "?code=alice", "?state=%00&code=alice", "?state=%FF"})
    void an_incomplete_redirect_begins_no_session(String query) {
        alice.beginSignIn("/ui/accounts");

        assertEquals(400, alice.get("/ui/signed-in" + query).status());
        assertEquals(List.of("__Host-omnibridge_sign_in"), alice.cookieNames());
    }

    @Test
    void an_issuer_that_is_away_is_told_as_such() {
        service.issuer.isAway = true;

        assertEquals(503, alice.post("/ui/sign-in").status());
        assertEquals(List.of(), alice.cookieNames());
    }

    private static void assertRefused(TestResponse response) {
        assertEquals(400, response.status(), response::toString);
        assertTrue(
                response.headers().getOrDefault("set-cookie", List.of()).stream()
                        .noneMatch(cookie -> cookie.contains("session")),
                response::toString);
    }
}
