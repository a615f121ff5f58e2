package io.omnibridge.adapters.http.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.testing.TestResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The issuer's notice that a user signed out there. The checks of the token itself are the provider adapter's. */
@Tag("W6")
class BackChannelLogoutTest {

    private final SessionApi service = SessionApi.start();
    private final TestBrowser alice = service.signedIn("alice");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_logout_token_ends_the_sessions_of_its_user() {
        TestBrowser bob = service.signedIn("bob");

        TestResponse response = send("logout_token=logout-alice");

        assertEquals("signed_out", response.is(200).json().path("status").textValue());
        assertEquals(303, alice.get("/ui/accounts").status());
        assertEquals(200, bob.get("/ui/accounts").status());
    }

    @Test
    void a_token_counts_once() {
        send("logout_token=logout-alice").is(200);
        service.clock.advance(Duration.ofMillis(1));
        TestBrowser again = service.signedIn("alice");

        send("logout_token=logout-alice").isProblem(400, "invalid_request");

        assertEquals(200, again.get("/ui/accounts").status());
    }

    @Test
    void a_token_whose_sign_out_failed_can_be_sent_again() {
        service.signOuts.breakDown();
        send("logout_token=logout-alice").isProblem(503, "store_unavailable");
        service.signOuts.recover();

        send("logout_token=logout-alice").is(200);
    }

    @Test
    void a_token_that_cannot_be_verified_at_the_moment_can_be_sent_again() {
        service.issuer.isAway = true;
        TestResponse response = send("logout_token=logout-alice").isProblem(503, "provider_unavailable");
        assertEquals("1", response.header("retry-after"));
        assertEquals(200, alice.get("/ui/accounts").status());
        service.issuer.isAway = false;

        send("logout_token=logout-alice").is(200);
        assertEquals(303, alice.get("/ui/accounts").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "logout_token=",
                "logout_token=made-up",
                "token=logout-alice",
                "logout_token=logout-alice&logout_token=logout-alice",
                "logout_token=%FF"
            })
    void anything_else_is_refused_and_ends_nothing(String body) {
        send(body).isProblem(400, "invalid_request");

        assertEquals(200, alice.get("/ui/accounts").status());
    }

    @Test
    void a_token_in_the_query_or_in_json_is_refused() {
        service.api
                .call("POST", "/ui/back-channel-logout?logout_token=logout-alice")
                .body("application/x-www-form-urlencoded", new byte[0])
                .send()
                .isProblem(400, "invalid_request");
        service.api
                .call("POST", "/ui/back-channel-logout")
                .json("{\"logout_token\":\"logout-alice\"}")
                .send()
                .isProblem(415, "unsupported_media_type");
        assertEquals(200, alice.get("/ui/accounts").status());
    }

    @Test
    void another_method_is_answered_as_programs_expect() {
        service.get("/ui/back-channel-logout").send().isProblem(405, "method_not_allowed");
    }

    private TestResponse send(String body) {
        return service.api
                .call("POST", "/ui/back-channel-logout")
                .body("application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8))
                .send();
    }
}
