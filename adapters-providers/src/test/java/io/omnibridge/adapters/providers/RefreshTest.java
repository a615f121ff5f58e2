package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.providers.testing.Reuse;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.TokenOrigin;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTest {

    private static final ProviderId CORPORATE = new ProviderId("corporate");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();
    private final OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_refresh_returns_a_new_pair() {
        Grant before = grant();

        Grant after = renewed(refresh(before));

        assertFalse(server.isValid(refreshToken(before)));
        assertTrue(server.isValid(refreshToken(after)));
        assertEquals(before.origin(), after.origin());
        assertEquals(before.scopes(), after.scopes());
        assertEquals(1, server.refreshes());
    }

    @Test
    @Tag("R7")
    void a_response_without_a_refresh_token_keeps_the_old_one() {
        server.treatRefreshTokens(Reuse.SAFE, Duration.ZERO);
        Grant before = grant();

        Grant after = renewed(refresh(before));

        assertEquals(before.credentials().refreshToken(), after.credentials().refreshToken());
        assertFalse(
                before.credentials().accessToken().equals(after.credentials().accessToken()));
    }

    @Test
    void invalid_grant_ends_a_grant() {
        Grant grant = grant();
        server.revokeAllOf("subject-1");

        assertEquals(new RefreshResult.InvalidGrant(), refresh(grant));
    }

    @Test
    @Tag("D21")
    void the_lifetime_of_a_refresh_token_has_two_names() {
        Grant grant = grant();
        server.next("/token", Misbehaviour.altered(it -> it.put("refresh_expires_in", 1800)));
        assertTrue(renewed(refresh(grant)).credentials().refreshTokenExpiresAt().isPresent());
    }

    @Test
    @Tag("D21")
    void a_refresh_token_without_end_has_no_expiry() {
        Grant grant = grant();
        server.next("/token", Misbehaviour.altered(it -> it.put("refresh_expires_in", 0)));
        assertTrue(renewed(refresh(grant)).credentials().refreshTokenExpiresAt().isEmpty());
    }

    @Test
    @Tag("R4")
    void retry_after_may_be_a_date() {
        Instant now = Instant.parse("2026-11-25T12:00:00Z");
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusSeconds(90).atZone(ZoneOffset.UTC));
        OAuthProviders atNoon = TestAttempt.providers(server.yaml("corporate"), Clock.fixed(now, ZoneOffset.UTC));
        Grant grant = grant();
        server.next("/token", Misbehaviour.status(429, Map.of("Retry-After", date), ""));

        assertEquals(notProcessed(90), atNoon.refresh(CORPORATE, grant, TIMEOUT));
    }

    @Test
    @Tag("R9")
    void a_wrong_client_secret_ends_no_grant() {
        OAuthProviders mistaken = TestAttempt.providers(
                server.yaml("corporate").replace(HostileAuthorizationServer.CLIENT_SECRET, "another-secret"));

        RefreshResult result = mistaken.refresh(CORPORATE, grant(), TIMEOUT);

        assertEquals(new RefreshResult.NotProcessed(Duration.ZERO, true), result);
        assertEquals(1, server.validGrants());
    }

    @Test
    @Tag("R4")
    void an_unreachable_server_processed_nothing() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        for (String url : List.of("http://127.0.0.1:" + port + "/token", "https://no-such-host.invalid/token")) {
            OAuthProviders elsewhere = TestAttempt.providers(server.yaml("corporate", "token_url: " + url));

            assertEquals(notProcessed(0), elsewhere.refresh(CORPORATE, from(url), TIMEOUT), url);
        }
    }

    @Test
    @Tag("R4")
    void without_metadata_nothing_is_sent() {
        Grant grant = grant();
        server.always("/.well-known/openid-configuration", Misbehaviour.status(500));

        assertEquals(notProcessed(0), refresh(grant));
        assertEquals(0, server.refreshes());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @Tag("F1")
    void a_refresh_token_follows_no_redirect(int status) {
        try (HostileAuthorizationServer elsewhere = HostileAuthorizationServer.start()) {
            Grant grant = grant();
            server.next("/token", Misbehaviour.redirect(status, elsewhere.url("/token")));

            assertEquals(new RefreshResult.OutcomeUnknown(), refresh(grant));
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    @Tag("C8")
    void a_grant_is_sent_only_to_the_server_and_client_that_issued_it() {
        Grant grant = grant();
        List<Optional<TokenOrigin>> others = List.of(
                Optional.empty(),
                Optional.of(new TokenOrigin(HostileAuthorizationServer.CLIENT_ID, URI.create("https://other.example"))),
                Optional.of(new TokenOrigin("another-client", URI.create(server.issuer()))),
                Optional.of(new TokenOrigin(
                        HostileAuthorizationServer.CLIENT_ID,
                        URI.create(server.issuer().replace("http", "https")))));

        for (Optional<TokenOrigin> other : others) {
            Grant foreign = new Grant(grant.credentials(), grant.scopes(), other);
            assertEquals(notProcessed(0), refresh(foreign));
        }
        assertEquals(0, server.refreshes());
        assertTrue(server.isValid(refreshToken(grant)));
    }

    @Test
    @Tag("C8")
    void a_provider_that_is_no_longer_configured_gets_nothing() {
        assertEquals(notProcessed(0), providers.refresh(new ProviderId("gone"), grant(), TIMEOUT));
    }

    @Test
    @Tag("F4")
    @Tag("F5")
    void two_requests_share_no_cookie() {
        Grant grant = grant();
        server.next("/token", Misbehaviour.status(503, Map.of("Set-Cookie", "who=alice; Path=/"), ""));
        refresh(grant);
        renewed(refresh(grant));

        assertTrue(server.requests("/token").stream()
                .allMatch(it -> it.header("cookie").isEmpty()));
        assertTrue(server.requests("/token").stream()
                .allMatch(it -> it.header("accept-encoding").equals(Optional.of("identity"))));
    }

    private Grant grant() {
        OAuthProviders honest = TestAttempt.providers(server.yaml("corporate"));
        ExchangeResult result = new TestAttempt(honest, "corporate").run(server);
        Grant granted = assertInstanceOf(ExchangeResult.Granted.class, result).grant();
        assertEquals(0, server.refreshes());
        return granted;
    }

    private Grant from(String url) {
        URI token = URI.create(url);
        String origin = token.getScheme() + "://" + token.getRawAuthority();
        Grant grant = grant();
        return new Grant(
                grant.credentials(),
                grant.scopes(),
                Optional.of(new TokenOrigin(HostileAuthorizationServer.CLIENT_ID, URI.create(origin))));
    }

    private RefreshResult refresh(Grant grant) {
        return providers.refresh(CORPORATE, grant, TIMEOUT);
    }

    private static RefreshResult notProcessed(long seconds) {
        return new RefreshResult.NotProcessed(Duration.ofSeconds(seconds), false);
    }

    private static Grant renewed(RefreshResult result) {
        return assertInstanceOf(RefreshResult.Renewed.class, result).grant();
    }

    private static String refreshToken(Grant grant) {
        return grant.credentials().refreshToken().orElseThrow().reveal();
    }
}
