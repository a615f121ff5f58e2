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
import org.junit.jupiter.params.provider.ValueSource;

class RevocationTest {

    private static final RevocationResult REVOKED = new RevocationResult.Revoked();
    private static final RevocationResult IMPOSSIBLE = new RevocationResult.Impossible();

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
                IMPOSSIBLE,
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
        server.next("/revoke", Misbehaviour.status(404));
        OAuthProviders providers = builtIn("github");

        assertEquals(REVOKED, revoke(providers, "github", "a-token", false));
        assertEquals(REVOKED, revoke(providers, "github", "a-token", false));
        assertEquals(IMPOSSIBLE, revoke(providers, "github", "a-refresh-token", true));

        RecordedRequest request = server.requests("/revoke").get(0);
        assertEquals("DELETE", request.method());
        assertEquals(Map.of("access_token", "a-token"), request.form());
        assertTrue(request.header("authorization").orElseThrow().startsWith("Basic "));
        assertEquals(Optional.of("2022-11-28"), request.header("x-github-api-version"));
        assertEquals(2, server.requests("/revoke").size());
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

    @Test
    void without_a_revocation_endpoint_nothing_is_sent() {
        assertEquals(IMPOSSIBLE, revoke(builtIn("microsoft"), "microsoft", "a-token", true));
        assertEquals(IMPOSSIBLE, revoke(builtIn("microsoft"), "gone", "a-token", true));
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
