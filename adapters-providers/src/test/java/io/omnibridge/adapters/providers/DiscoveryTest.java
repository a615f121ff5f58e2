package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is discovered at an issuer, and what it may name. */
class DiscoveryTest {

    private static final String METADATA = "/.well-known/openid-configuration";

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("C22")
    void given_urls_override_single_ones_and_the_rest_is_discovered() {
        String[] three = {
            "authorization_url: " + server.url("/authorize"),
            "token_url: " + server.url("/token"),
            "jwks_url: " + server.url("/keys")
        };
        TestAttempt attempt = new TestAttempt(TestAttempt.providers(server.yaml("corporate", three)), "corporate");
        assertTrue(attempt.authorization.pinned().issuerReturned(), "the metadata say so");

        server.lieAtUserinfo("another-subject");
        assertEquals(new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER), withoutTokens(attempt.run(server)));
        assertEquals(1, server.requests("/userinfo").size());
    }

    private static ExchangeResult withoutTokens(ExchangeResult result) {
        return result instanceof ExchangeResult.Failed failed ? new ExchangeResult.Failed(failed.reason()) : result;
    }

    @ParameterizedTest
    @CsvSource({"authorization_url, /elsewhere", "token_url, /token?tenant=1", "userinfo_url, /userinfo?v=2"})
    @Tag("C22")
    void one_given_url_leaves_the_others_to_discovery(String member, String path) {
        TestAttempt attempt = new TestAttempt(
                TestAttempt.providers(server.yaml("corporate", member + ": " + server.url(path))), "corporate");

        assertInstanceOf(ExchangeResult.Granted.class, attempt.run(server));
        assertEquals(1, server.requests(METADATA).size());
        assertEquals(
                member.equals("authorization_url") ? server.url(path) : server.url("/authorize"),
                URI.create(attempt.authorization.url().toString().replaceFirst("\\?.*", "")));
    }

    @Test
    @Tag("C22")
    void a_provider_whose_urls_are_all_given_is_not_discovered() {
        server.always(METADATA, Misbehaviour.status(500));
        TestAttempt attempt = new TestAttempt(
                TestAttempt.providers(server.yaml(
                        "corporate",
                        "issuer_returned: true",
                        "authorization_url: " + server.url("/authorize"),
                        "token_url: " + server.url("/token"),
                        "jwks_url: " + server.url("/keys"),
                        "userinfo_url: " + server.url("/userinfo"),
                        "revocation_url: " + server.url("/revoke"))),
                "corporate");

        assertInstanceOf(ExchangeResult.Granted.class, attempt.run(server));
        assertEquals(0, server.requests(METADATA).size());
    }

    @Test
    @Tag("C22")
    void an_issuer_without_metadata_is_used_by_the_given_urls() {
        server.always(METADATA, Misbehaviour.status(404));
        String[] three = {
            "authorization_url: " + server.url("/authorize"),
            "token_url: " + server.url("/token"),
            "jwks_url: " + server.url("/keys")
        };

        assertInstanceOf(
                ExchangeResult.Granted.class,
                new TestAttempt(TestAttempt.providers(server.yaml("corporate", three)), "corporate").run(server));
        assertThrows(ProviderUnavailable.class, () -> begin(server.yaml("corporate", three[0], three[1])));
    }

    @Test
    @Tag("C22")
    void a_refresh_needs_no_metadata_where_the_token_url_is_given() {
        OAuthProviders providers =
                TestAttempt.providers(server.yaml("corporate", "token_url: " + server.url("/token?tenant=1")));
        ExchangeResult result = new TestAttempt(providers, "corporate").run(server);
        Grant grant = assertInstanceOf(ExchangeResult.Granted.class, result).grant();
        server.always(METADATA, Misbehaviour.status(500));
        OAuthProviders anew =
                TestAttempt.providers(server.yaml("corporate", "token_url: " + server.url("/token?tenant=1")));

        assertInstanceOf(
                RefreshResult.Renewed.class, anew.refresh(new ProviderId("corporate"), grant, Duration.ofSeconds(5)));
        assertTrue(server.requests("/token").stream().allMatch(it -> it.query().equals("tenant=1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization_endpoint",
                "token_endpoint",
                "revocation_endpoint",
                "jwks_uri",
                "userinfo_endpoint"
            })
    @Tag("S20")
    void a_metadata_url_that_is_not_allowed_is_refused(String member) {
        for (String url : List.of("http://id.example/", "https://user@id.example/", "ftp://id.example/", "/relative")) {
            server.announce(member, url);
            ProviderUnavailable refusal =
                    assertThrows(ProviderUnavailable.class, () -> begin(server.yaml("corporate")));
            assertTrue(String.valueOf(refusal.getMessage()).contains(member), refusal::getMessage);
            assertFalse(String.valueOf(refusal.getMessage()).contains(url), refusal::getMessage);
        }
    }

    @Test
    @Tag("S20")
    void what_the_operator_gives_instead_is_not_checked_in_the_metadata() {
        server.announce("userinfo_endpoint", "http://id.example/");

        assertInstanceOf(
                ExchangeResult.Granted.class,
                new TestAttempt(
                                TestAttempt.providers(
                                        server.yaml("corporate", "userinfo_url: " + server.url("/userinfo"))),
                                "corporate")
                        .run(server));
    }

    @ParameterizedTest
    @CsvSource({"/.well-known/openid-configuration, 0", "/keys, 1", "/userinfo, 1", "/token, 1"})
    @Tag("S20")
    void no_redirect_is_followed(String path, int exchanges) {
        try (HostileAuthorizationServer elsewhere = HostileAuthorizationServer.start()) {
            server.always(path, Misbehaviour.redirect(307, elsewhere.url(path)));
            OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));
            if (exchanges == 0) {
                assertThrows(ProviderUnavailable.class, () -> new TestAttempt(providers, "corporate"));
            } else {
                assertInstanceOf(ExchangeResult.Failed.class, new TestAttempt(providers, "corporate").run(server));
            }
            assertEquals(0, elsewhere.requests().size());
        }
    }

    private static void begin(String yaml) {
        new TestAttempt(TestAttempt.providers(yaml), "corporate");
    }
}
