package io.omnibridge.adapters.http.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.domain.session.Session;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When sessions end. */
@Tag("W6")
class SessionEndTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final SessionApi service = SessionApi.start();
    private final TestBrowser alice = service.signedIn("alice");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_session_lives_for_one_hour_however_it_is_used() {
        service.clock.advance(Session.LIFETIME.minus(MOMENT));
        assertEquals(200, alice.get("/ui/accounts").status());

        service.clock.advance(MOMENT);
        assertEquals(303, alice.get("/ui/accounts").status());
    }

    @Test
    void a_sign_out_ends_every_session_of_the_user_and_no_others() {
        TestBrowser phone = service.signedIn("alice");
        TestBrowser bob = service.signedIn("bob");
        TestBrowser thief = service.browser();
        thief.steal(alice);
        service.clock.advance(MOMENT);

        TestResponse response = signOut(alice);

        assertEquals(303, response.status());
        assertEquals("/ui/signed-out", response.header("location"));
        assertEquals(List.of(), alice.cookieNames());
        assertEquals(303, phone.get("/ui/accounts").status());
        assertEquals(303, thief.get("/ui/accounts").status());
        assertEquals(200, bob.get("/ui/accounts").status());
    }

    @Test
    void a_session_that_began_before_the_sign_out_or_with_it_is_ended() {
        service.signOuts.signOut("alice", service.clock.instant());
        assertEquals(303, alice.get("/ui/accounts").status());

        service.clock.advance(MOMENT);
        assertEquals(200, service.signedIn("alice").get("/ui/accounts").status());
    }

    @Test
    void an_address_that_no_page_links_to_continues_at_the_first_page() {
        service.signOuts.signOut("alice", service.clock.instant());

        TestResponse response = alice.get("/ui/accounts?page=" + "a".repeat(2_000));

        assertEquals("/ui/sign-in?to=%2Fui%2Faccounts", response.header("location"));
    }

    @Test
    void the_sign_out_clears_all_cookies_of_the_pages() {
        TestResponse response = alice.form("/ui/sign-out", "form_token", alice.formToken())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Cookie", "__Host-omnibridge_ticket_0a1b2c3d=sealed-9; theme=dark")
                .send();

        assertEquals(
                List.of("__Host-omnibridge_session", "__Host-omnibridge_ticket_0a1b2c3d"),
                response.headers().getOrDefault("set-cookie", List.of()).stream()
                        .filter(cookie -> cookie.contains("=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0"))
                        .map(cookie -> cookie.split("=", 2)[0])
                        .sorted()
                        .toList());
    }

    @Test
    void a_sign_out_after_the_end_of_the_session_says_that_it_ended_nothing() {
        String token = alice.formToken();
        service.clock.advance(Session.LIFETIME.minus(MOMENT));
        TestBrowser phone = service.signedIn("alice");
        service.clock.advance(MOMENT);

        TestResponse response = alice.post("/ui/sign-out", "form_token", token);

        assertEquals(403, response.status());
        assertTrue(response.body().contains("<h1>No user was signed out</h1>"), response::body);
        assertTrue(response.body().contains("href=\"../ui/sign-in?to=%2Fui%2Fsign-out\""), response::body);
        assertEquals(200, phone.get("/ui/accounts").status());
    }

    @Test
    void a_second_click_on_the_button_says_what_the_first_did() {
        TestBrowser secondClick = service.browser();
        secondClick.steal(alice);
        String token = alice.formToken();
        service.clock.advance(MOMENT);
        signOut(alice);

        TestResponse response = secondClick.post("/ui/sign-out", "form_token", token);

        assertEquals(303, response.status());
        assertEquals("/ui/signed-out", response.header("location"));
    }

    @Test
    void the_sign_out_goes_on_to_the_issuer() {
        service.issuer.signOutPage = Optional.of(URI.create("https://issuer.example/logout?client_id=x&y=z"));

        TestResponse response = signOut(alice);

        assertEquals(200, response.status());
        assertTrue(response.body().contains("content=\"0; url=https://issuer.example/logout?client_id=x&amp;y=z\""));
        assertEquals(List.of(), alice.cookieNames());
    }

    @Test
    void the_page_after_the_sign_out_needs_no_session() {
        assertEquals(200, service.get("/ui/signed-out?state=1&foreign=2").send().status());
    }

    @Test
    void a_page_costs_one_read_of_the_store_and_fails_with_it() {
        int before = service.signOuts.reads.get();
        alice.get("/ui/accounts");
        assertEquals(before + 1, service.signOuts.reads.get());

        service.signOuts.breakDown();
        assertEquals(503, alice.get("/ui/accounts").status());
    }

    @Test
    void an_expired_session_is_not_looked_up() {
        service.clock.advance(Session.LIFETIME);
        int before = service.signOuts.reads.get();

        alice.get("/ui/accounts");

        assertEquals(before, service.signOuts.reads.get());
    }

    private static TestResponse signOut(TestBrowser browser) {
        return browser.post("/ui/sign-out", "form_token", browser.formToken());
    }
}
