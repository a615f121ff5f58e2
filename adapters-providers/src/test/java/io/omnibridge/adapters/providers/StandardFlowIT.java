package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.Grant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs the whole flow against an independent implementation of an authorization server. */
class StandardFlowIT {

    private static final MockOAuth2Server SERVER = new MockOAuth2Server();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.shutdown();
    }

    @Test
    @Tag("O2")
    @Tag("O15")
    void an_issuer_alone_is_enough_to_connect_and_refresh() throws Exception {
        String issuer = SERVER.issuerUrl("default").toString();
        OAuthProviders providers = TestAttempt.providers("""
                  mock:
                    kind: oidc
                    issuer: %s
                    client_id: omnibridge
                    client_secret: secret
                    scopes: [openid, offline_access]
                    check_userinfo: false
                """.formatted(issuer));
        TestAttempt attempt = new TestAttempt(providers, "mock");

        Map<String, String> back = TestAttempt.query(visit(attempt.authorization.url()));
        assertEquals(attempt.state, back.get("state"));
        ExchangeResult result = attempt.exchange(back.getOrDefault("code", "none"));

        Grant grant = assertInstanceOf(ExchangeResult.Granted.class, result).grant();
        assertTrue(grant.credentials().refreshToken().isPresent());
        RefreshResult renewed = providers.refresh(attempt.provider, grant, Duration.ofSeconds(10));
        assertInstanceOf(RefreshResult.Renewed.class, renewed);
    }

    /** Signs in as a user and consents: {@code prompt=consent} makes the server ask with a form. */
    private static URI visit(URI authorizationUrl) throws Exception {
        HttpRequest form = HttpRequest.newBuilder(authorizationUrl)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=alice"))
                .build();
        HttpResponse<Void> response = HttpClient.newHttpClient().send(form, HttpResponse.BodyHandlers.discarding());
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }
}
