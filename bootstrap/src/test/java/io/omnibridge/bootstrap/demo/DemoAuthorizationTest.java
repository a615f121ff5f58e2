package io.omnibridge.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.support.testing.MutableClock;
import io.omnibridge.domain.Sha256;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoAuthorizationTest {

    private static final String CALLBACK = "http://127.0.0.1:8080/oauth/callback/demo";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-28T08:00:00Z"));
    private final DemoGrants grants = new DemoGrants(new SecureRandom(), clock);
    private final DemoAuthorization authorization =
            new DemoAuthorization(new DemoCodes<>(new SecureRandom(), clock), grants);

    @Test
    void the_consent_page_says_that_all_is_invented_and_offers_the_accounts() {
        DemoResponse page = authorization.respond("GET", "/oauth/authorize", request());

        assertEquals(200, page.status());
        assertTrue(page.body().contains("invented"));
        DemoAuthorization.ACCOUNTS.forEach(it -> assertTrue(page.body().contains("value=\"" + it + "\""), page.body()));
    }

    @Test
    void the_consent_page_shows_a_state_as_text() {
        Map<String, String> request = request();
        request.put("state", "\"><script>alert(1)</script>");

        assertFalse(
                authorization.respond("GET", "/oauth/authorize", request).body().contains("<script>"));
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, https://elsewhere.example/oauth/callback/demo",
        "redirect_uri, http://127.0.0.1:8080/oauth/callback/demo?a=b",
        "redirect_uri, 'not a URL'",
        "client_id, another",
        "response_type, token",
        "code_challenge_method, plain",
        "code_challenge, ''",
        "state, ''"
    })
    void a_wrong_request_redirects_no_browser(String parameter, String value) {
        Map<String, String> request = request();
        request.put(parameter, value);

        assertEquals(
                400, authorization.respond("GET", "/oauth/authorize", request).status());
        assertEquals(400, decide(request, "alice").status());
    }

    @Test
    void an_allowed_account_can_be_read_until_its_token_expires() throws Exception {
        JsonNode tokens = json(exchange(code("alice.work"), VERIFIER));

        assertEquals(
                Optional.of("alice.work"),
                grants.accountOf(tokens.path("access_token").asText()));
        clock.advance(Duration.ofMinutes(5));
        assertEquals(
                Optional.empty(), grants.accountOf(tokens.path("access_token").asText()));
    }

    @Test
    void a_denied_request_goes_back_with_the_error() {
        assertEquals(
                Optional.of(URI.create(CALLBACK + "?error=access_denied&state=s%2F1")),
                decide(request(), "").location());
    }

    @Test
    void an_account_that_is_not_offered_is_denied() {
        assertTrue(
                decide(request(), "mallory").location().orElseThrow().toString().contains("access_denied"));
    }

    @Test
    void a_code_is_exchanged_once_in_time_and_with_its_verifier() {
        String code = code("alice");

        assertEquals(200, exchange(code, VERIFIER).status());
        assertEquals(400, exchange(code, VERIFIER).status());
        assertEquals(400, exchange(code("alice"), "another-verifier").status());
        String late = code("alice");
        clock.advance(Duration.ofMinutes(1));
        assertEquals(400, exchange(late, VERIFIER).status());
    }

    @Test
    void a_refresh_token_is_used_once_and_an_old_one_ends_nothing() throws Exception {
        JsonNode first = json(exchange(code("alice"), VERIFIER));
        JsonNode second = json(refresh(first));

        assertNotEquals(first.path("refresh_token"), second.path("refresh_token"));
        assertEquals(400, refresh(first).status());
        assertEquals(200, refresh(second).status());
    }

    @ParameterizedTest
    @CsvSource({"access_token", "refresh_token"})
    void a_revocation_ends_the_grant(String token) throws Exception {
        JsonNode tokens = json(exchange(code("alice"), VERIFIER));
        JsonNode others = json(exchange(code("alice.work"), VERIFIER));

        authorization.respond(
                "POST", "/oauth/revoke", Map.of("token", tokens.path(token).asText()));

        assertEquals(
                Optional.empty(), grants.accountOf(tokens.path("access_token").asText()));
        assertEquals(400, refresh(tokens).status());
        assertEquals(200, refresh(others).status());
    }

    private static Map<String, String> request() {
        Map<String, String> request = new HashMap<>();
        request.put("response_type", "code");
        request.put("client_id", DemoAuthorization.CLIENT_ID);
        request.put("redirect_uri", CALLBACK);
        request.put("state", "s/1");
        request.put("code_challenge_method", "S256");
        request.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(VERIFIER)));
        return request;
    }

    private DemoResponse decide(Map<String, String> request, String account) {
        Map<String, String> form = new HashMap<>(request);
        form.put("account", account);
        return authorization.respond("POST", "/oauth/authorize", form);
    }

    private String code(String account) {
        URI location = decide(request(), account).location().orElseThrow();
        return DemoCall.query(location).getOrDefault("code", "");
    }

    private DemoResponse exchange(String code, String verifier) {
        return authorization.respond(
                "POST",
                "/oauth/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", CALLBACK,
                        "code_verifier", verifier));
    }

    private DemoResponse refresh(JsonNode tokens) {
        return authorization.respond(
                "POST",
                "/oauth/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.path("refresh_token").asText()));
    }

    private static JsonNode json(DemoResponse answer) throws Exception {
        assertEquals(200, answer.status());
        return new ObjectMapper().readTree(answer.body());
    }
}
