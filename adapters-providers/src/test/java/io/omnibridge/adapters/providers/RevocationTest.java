package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.revocation.RevocableToken;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationTest {

    private static final RevocationResult REVOKED = new RevocationResult.Revoked();
    private static final RevocationResult NOT_CONFIGURED = new RevocationResult.NotConfigured();

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("O9")
    void revoking_a_token_twice_does_no_harm() {
        String refreshToken = String.valueOf(server.grant("subject-1", "read").get("refresh_token"));
        OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));

        assertEquals(REVOKED, revoke(providers, "corporate", refreshToken, true));
        assertEquals(REVOKED, revoke(providers, "corporate", refreshToken, true));

        assertFalse(server.isValid(refreshToken));
        assertEquals(
                Optional.of("refresh_token"), server.requests("/revoke").get(0).parameter("token_type_hint"));
    }

    @Test
    @Tag("O9")
    void a_busy_or_failing_provider_fails_the_revocation_for_now() {
        OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));
        server.next("/revoke", Misbehaviour.status(503, Map.of("Retry-After", "60"), ""));
        server.next("/revoke", Misbehaviour.status(500));
        server.next("/revoke", Misbehaviour.cut());
        server.next("/revoke", Misbehaviour.error(401, "invalid_client"));

        assertEquals(failed(60), revoke(providers, "corporate", "a-token", true));
        assertEquals(failed(0), revoke(providers, "corporate", "a-token", true));
        assertEquals(failed(0), revoke(providers, "corporate", "a-token", true));
        assertEquals(failed(0), revoke(providers, "corporate", "a-token", true));
    }

    @Test
    @Tag("C8")
    void a_token_is_sent_only_to_the_server_that_issued_it() {
        OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));
        TokenOrigin other = new TokenOrigin(HostileAuthorizationServer.CLIENT_ID, URI.create("https://other.example"));

        assertEquals(
                NOT_CONFIGURED,
                providers.revoke(new ProviderId("corporate"), new RevocableToken(new Secret("a-token"), true, other)));
        assertEquals(0, server.requests("/revoke").size());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @Tag("F1")
    void a_token_follows_no_redirect(int status) {
        try (HostileAuthorizationServer elsewhere = HostileAuthorizationServer.start()) {
            server.next("/revoke", Misbehaviour.redirect(status, elsewhere.url("/revoke")));

            revoke(TestAttempt.providers(server.yaml("corporate")), "corporate", "a-token", true);

            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    void google_receives_only_the_token() {
        server.next("/revoke", Misbehaviour.status(200));
        server.next("/revoke", Misbehaviour.error(400, "invalid_token"));
        OAuthProviders providers = builtIn("google");

        assertEquals(REVOKED, revoke(providers, "google", "a/token+1", true));
        assertEquals(REVOKED, revoke(providers, "google", "a/token+1", true));

        RecordedRequest request = server.requests("/revoke").get(0);
        assertEquals(Map.of("token", "a/token+1"), request.form());
        assertEquals(Optional.empty(), request.header("authorization"));
    }

    @Test
    void github_receives_the_access_token_with_basic_authentication() {
        server.next("/revoke", Misbehaviour.status(204));
        OAuthProviders providers = builtIn("github");

        assertEquals(REVOKED, revoke(providers, "github", "a-token", false));
        assertEquals(NOT_CONFIGURED, revoke(providers, "github", "a-refresh-token", true));

        RecordedRequest request = server.requests("/revoke").get(0);
        assertEquals("DELETE", request.method());
        assertEquals(Map.of("access_token", "a-token"), request.form());
        assertTrue(request.header("authorization").orElseThrow().startsWith("Basic "));
        assertEquals(Optional.of("2026-03-10"), request.header("x-github-api-version"));
        assertEquals(1, server.requests("/revoke").size());
    }

    @Test
    void notion_receives_the_access_token_in_json() {
        server.next("/revoke", Misbehaviour.status(200, Map.of(), "{\"request_id\":\"1\"}"));

        assertEquals(REVOKED, revoke(builtIn("notion"), "notion", "a-token", false));

        RecordedRequest request = server.requests("/revoke").get(0);
        assertEquals(Map.of("token", "a-token"), request.form());
        assertTrue(request.header("notion-version").isPresent());
    }

    @Test
    void slack_reports_failures_with_status_200() {
        server.next("/revoke", Misbehaviour.status(200, Map.of(), "{\"ok\":true,\"revoked\":true}"));
        server.next("/revoke", Misbehaviour.status(200, Map.of(), "{\"ok\":false,\"error\":\"token_revoked\"}"));
        server.next("/revoke", Misbehaviour.status(200, Map.of(), "{\"ok\":false,\"error\":\"internal_error\"}"));
        OAuthProviders providers = builtIn("slack");

        assertEquals(REVOKED, revoke(providers, "slack", "a-token", false));
        assertEquals(REVOKED, revoke(providers, "slack", "a-token", false));
        assertEquals(failed(0), revoke(providers, "slack", "a-token", false));
        assertEquals(
                Optional.of("Bearer a-token"), server.requests("/revoke").get(0).header("authorization"));
    }

    @ParameterizedTest
    @CsvSource({
        "corporate, 200, '', true",
        "corporate, 204, '', true",
        "corporate, 400, '{\"error\":\"invalid_token\"}', true",
        "corporate, 401, '{\"error\":\"invalid_token\"}', false",
        "corporate, 403, '{\"error\":\"invalid_token\"}', false",
        "corporate, 202, '', false",
        "corporate, 404, '', false",
        "corporate, 405, '', false",
        "google, 200, '', true",
        "google, 400, '{\"error\":\"invalid_token\"}', true",
        "google, 404, '', false",
        "google, 401, '{\"error\":\"invalid_token\"}', false",
        "github, 204, '', true",
        "github, 200, '<html>', false",
        "github, 404, '{\"message\":\"Not Found\"}', false",
        "github, 400, '{\"error\":\"invalid_token\"}', false",
        "github, 422, '', false",
        "notion, 200, '{\"request_id\":\"1\"}', true",
        "notion, 200, '<html>', false",
        "notion, 404, '{\"code\":\"object_not_found\"}', false",
        "slack, 200, '{\"ok\":true,\"revoked\":true}', true",
        "slack, 200, '{\"ok\":true,\"revoked\":false}', false",
        "slack, 200, '{\"ok\":false,\"error\":\"token_revoked\"}', true",
        "slack, 200, '{\"ok\":false,\"error\":\"invalid_auth\"}', false",
        "slack, 200, '<html>', false",
        "slack, 204, '', false",
        "slack, 404, '{\"error\":\"token_revoked\"}', false",
    })
    @Tag("R23")
    void only_documented_responses_count_as_revoked(String provider, int status, String body, boolean isRevoked) {
        OAuthProviders providers =
                provider.equals("corporate") ? TestAttempt.providers(server.yaml("corporate")) : builtIn(provider);
        server.next("/revoke", Misbehaviour.status(status, Map.of(), body));

        assertEquals(isRevoked ? REVOKED : failed(0), revoke(providers, provider, "a-token", false));
    }

    @Test
    @Tag("R24")
    void a_token_type_that_the_provider_never_revokes_cannot_be_revoked() {
        server.next("/revoke", Misbehaviour.error(400, "unsupported_token_type"));

        assertEquals(
                new RevocationResult.Impossible(),
                revoke(TestAttempt.providers(server.yaml("corporate")), "corporate", "a-token", true));
    }

    @Test
    @Tag("R24")
    void without_a_revocation_endpoint_nothing_is_sent() {
        assertEquals(NOT_CONFIGURED, revoke(builtIn("microsoft"), "microsoft", "a-token", true));
        assertEquals(NOT_CONFIGURED, revoke(builtIn("microsoft"), "gone", "a-token", true));
        assertEquals(0, server.requests().size());
    }

    private OAuthProviders builtIn(String provider) {
        String extra = provider.equals("microsoft") ? "" : "    revocation_url: " + server.url("/revoke") + "\n";
        return TestAttempt.providers("  " + provider + ":\n    client_id: " + HostileAuthorizationServer.CLIENT_ID
                + "\n    client_secret: def\n    token_url: " + server.url("/token") + "\n" + extra);
    }

    private RevocationResult revoke(OAuthProviders providers, String provider, String token, boolean isRefreshToken) {
        TokenOrigin origin = new TokenOrigin(HostileAuthorizationServer.CLIENT_ID, URI.create(server.issuer()));
        return providers.revoke(
                new ProviderId(provider), new RevocableToken(new Secret(token), isRefreshToken, origin));
    }

    private static RevocationResult failed(long seconds) {
        return new RevocationResult.Failed(Duration.ofSeconds(seconds));
    }
}
