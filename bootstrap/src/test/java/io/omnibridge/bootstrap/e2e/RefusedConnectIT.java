package io.omnibridge.bootstrap.e2e;

import static io.omnibridge.bootstrap.e2e.ConnectIT.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.bootstrap.e2e.ConnectingUser.BegunAttempt;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A failed attempt links nothing, and repeats nothing that a provider said. */
@Tag("S1")
class RefusedConnectIT {

    private static final WatchedServer PROVIDER = new WatchedServer();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static Vault vault;

    private ConnectingUser user;

    @BeforeAll
    static void start() {
        String yaml = PROVIDER.server().yaml("corporate") + PROVIDER.server().yaml("another");
        vault = Vault.start(List.of(), ProvidersFile.settings(yaml));
    }

    @AfterAll
    static void end() {
        PROVIDER.watch(vault);
        vault.close();
        PROVIDER.close();
    }

    @BeforeEach
    void behave() {
        PROVIDER.behave();
        user = new ConnectingUser(vault, "user-" + NEXT.incrementAndGet());
    }

    @AfterEach
    void assertNothingIsLinked() {
        assertEquals(0, user.accounts().size());
    }

    @Test
    @Tag("O7")
    void a_denied_consent_is_reported_to_the_application_by_our_own_code() {
        BegunAttempt begun = user.begin("corporate");
        long exchanges = PROVIDER.server().exchanges();
        String theirs = vault.watch("words of a provider", "something-that-a-provider-says");

        HttpResponse<String> page = user.openCallback(callback(begun)
                + "&error=access_denied&error_description=" + theirs + "&iss="
                + encoded(PROVIDER.server().issuer()));

        assertRefused(page, begun, "access_denied");
        assertEquals(exchanges, PROVIDER.server().exchanges());
    }

    @Test
    @Tag("O3")
    void a_callback_from_another_issuer_fails_the_attempt() {
        long exchanges = PROVIDER.server().exchanges();
        PROVIDER.server().lieAtCallback("https://evil.example");
        BegunAttempt begun = user.begin("corporate");
        assertRefused(user.openCallback(user.consent(begun)), begun, "wrong_issuer");

        PROVIDER.behave();
        BegunAttempt silent = user.begin("corporate");
        String withoutIssuer = user.consent(silent).replaceFirst("&iss=.*", "");
        assertRefused(user.openCallback(withoutIssuer), silent, "wrong_issuer");
        assertEquals(exchanges, PROVIDER.server().exchanges());
    }

    @Test
    @Tag("O4")
    void a_code_of_another_users_attempt_is_refused() {
        ConnectingUser victim = new ConnectingUser(vault, "victim");
        String stolen = ConnectingUser.parameters(victim.consent(victim.begin("corporate")))
                .getOrDefault("code", "");
        BegunAttempt begun = user.begin("corporate");

        HttpResponse<String> page = user.openCallback(callback(begun) + "&code=" + stolen + "&iss="
                + encoded(PROVIDER.server().issuer()));
        RawResponse response = user.complete(begun, ConnectingUser.ticket(page));

        assertProblem(409, "attempt_failed", response);
        assertEquals("failed code_refused", user.statusOf(begun));
        assertEquals(0, victim.accounts().size());
    }

    @Test
    @Tag("O13")
    void a_callback_at_another_providers_path_changes_nothing() {
        BegunAttempt begun = user.begin("corporate");
        String callback = user.consent(begun);

        HttpResponse<String> page = user.openCallback(callback.replace("/callback/corporate", "/callback/another"));

        assertEquals(404, page.statusCode());
        assertEquals("pending", user.statusOf(begun));
        assertEquals(303, user.openCallback(callback).statusCode());
    }

    @Test
    @Tag("O7")
    @Tag("O10")
    void an_invalid_callback_gets_an_error_page() {
        BegunAttempt begun = user.begin("corporate");
        String state = begun.state();
        for (String query : List.of(
                "?code=a&state=" + state + "&error=access_denied",
                "?code=a&code=b&state=" + state,
                "?code=a&state=" + state + "&state=" + state,
                "?state=" + state,
                "?code=a",
                "?code=%00&state=" + state,
                "")) {
            HttpResponse<String> page =
                    user.openCallback(ProvidersFile.PUBLIC_URL + "/oauth/callback/corporate" + query);
            assertEquals(400, page.statusCode(), query);
            assertPage(page);
        }
        assertEquals("pending", user.statusOf(begun));
        HttpResponse<String> unknown = user.openCallback(
                ProvidersFile.PUBLIC_URL + "/oauth/callback/corporate?code=a&state=" + "z".repeat(43));
        assertEquals(404, unknown.statusCode());
        assertPage(unknown);
    }

    @Test
    @Tag("O5")
    @Tag("O6")
    void only_configured_providers_scopes_and_return_urls_can_be_requested() {
        String corporate = "{\"provider\":\"corporate\",";
        Map<String, String> refusals = Map.of(
                "{\"provider\":\"nobody\"}",
                "unknown_provider",
                corporate + "\"scopes\":[\"write\"]}",
                "scopes_refused",
                corporate + "\"return_to\":\"https://evil.example/\"}",
                "return_to_refused",
                corporate + "\"return_to\":\"https://app.example/connected/\"}",
                "return_to_refused",
                corporate + "\"return_to\":\"https://app.example/connected?\"}",
                "return_to_refused");
        refusals.forEach((body, code) -> assertProblem(400, code, user.tryToBegin(body)));
        BegunAttempt begun = user.begin("corporate");
        assertEquals(
                ProvidersFile.PUBLIC_URL + "/oauth/callback/corporate",
                ConnectingUser.parameters(begun.authorizationUrl()).get("redirect_uri"));
    }

    static Stream<Arguments> malformedResponses() {
        return Stream.of(
                strange("another type", body -> body.put("token_type", "mac")),
                strange("no token", body -> body.remove("access_token")),
                strange("an empty token", body -> body.put("access_token", "")),
                strange("a number for a token", body -> body.put("access_token", 17)),
                strange("no ID token", body -> body.remove("id_token")),
                Arguments.of("HTML", Misbehaviour.html(), "unusable_answer"),
                Arguments.of("10 MB", Misbehaviour.huge(), "unusable_answer"),
                Arguments.of("a bomb", Misbehaviour.gzipBomb(), "unusable_answer"),
                Arguments.of("a lost response", Misbehaviour.lost(), "exchange_unknown"),
                Arguments.of("no response", Misbehaviour.cut(), "exchange_unknown"),
                Arguments.of("a fault", Misbehaviour.status(500), "exchange_unknown"),
                Arguments.of("a fault that echoes", Misbehaviour.echoing(500, "server_error"), "exchange_unknown"),
                Arguments.of("a refusal that echoes", Misbehaviour.echoing(400, "invalid_request"), "exchange_refused"),
                Arguments.of("an unknown client", Misbehaviour.echoing(401, "invalid_client"), "client_refused"),
                Arguments.of("a refused code", Misbehaviour.echoing(400, "invalid_grant"), "code_refused"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedResponses")
    @Tag("O8")
    @Tag("F4")
    @Tag("S3")
    void a_malformed_token_response_links_nothing_and_is_not_repeated(
            String name, Misbehaviour misbehaviour, String reason) {
        BegunAttempt begun = user.begin("corporate");
        String ticket = user.ticketOf(begun);
        long exchanges = PROVIDER.server().exchanges();
        PROVIDER.next(misbehaviour);

        RawResponse response = user.complete(begun, ticket);

        boolean isRefusal = reason.equals("code_refused");
        assertProblem(isRefusal ? 409 : 502, isRefusal ? "attempt_failed" : "provider_failed", response);
        assertEquals(reason, response.json().path("reason").asText());
        assertEquals("failed " + reason, user.statusOf(begun));
        assertEquals(response.status(), user.complete(begun, ticket).status());
        assertEquals(exchanges + 1, PROVIDER.server().exchanges());
    }

    @Test
    @Tag("O15")
    void an_id_token_for_another_user_links_nothing() {
        for (String claim : List.of("nonce", "aud", "iss")) {
            PROVIDER.server().lie(claim, "another");
            assertUnusable();
            PROVIDER.behave();
        }
        PROVIDER.server().lieAtUserinfo("somebody-else");
        assertUnusable();
    }

    private void assertUnusable() {
        BegunAttempt begun = user.begin("corporate");
        assertProblem(502, "provider_failed", user.complete(begun, user.ticketOf(begun)));
        assertEquals("failed unusable_answer", user.statusOf(begun));
    }

    private void assertRefused(HttpResponse<String> page, BegunAttempt begun, String reason) {
        assertEquals(303, page.statusCode(), page::body);
        assertEquals(
                ProvidersFile.RETURN_TO + "#attempt_id=" + begun.id() + "&error=" + reason, Browser.location(page));
        assertEquals("failed " + reason, user.statusOf(begun));
        assertProblem(409, "attempt_failed", user.complete(begun, "x".repeat(43)));
    }

    private static void assertPage(HttpResponse<String> page) {
        assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"), page::body);
        assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElse(""));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(page.body().contains("<script"));
    }

    private static String callback(BegunAttempt begun) {
        return ProvidersFile.PUBLIC_URL + "/oauth/callback/corporate?state=" + begun.state();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Arguments strange(String name, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, Misbehaviour.altered(change), "unusable_answer");
    }
}
