package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.application.port.ProviderUnavailable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {

    private static final String METADATA = "/.well-known/openid-configuration";
    private static final String CLIENT = "    client_id: abc\n    client_secret: def\n";

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("O2")
    @Tag("O5")
    void the_authorization_request_has_a_challenge_a_nonce_and_the_redirect_uri() throws Exception {
        TestAttempt attempt = new TestAttempt(TestAttempt.providers(server.yaml("corporate")), "corporate");

        Map<String, String> sent = attempt.parameters();
        String verifier = attempt.secrets.verifier().orElseThrow().reveal();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(digest), sent.get("code_challenge"));
        assertEquals("S256", sent.get("code_challenge_method"));
        assertEquals(attempt.secrets.nonce().orElseThrow().reveal(), sent.get("nonce"));
        assertEquals("https://bridge.example/oauth/callback/corporate", sent.get("redirect_uri"));
        assertEquals("code", sent.get("response_type"));
        assertEquals(attempt.state, sent.get("state"));
        assertEquals("openid read", sent.get("scope"));
        assertFalse(attempt.authorization.url().toString().contains(verifier));
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github", "microsoft"})
    @Tag("O2")
    void pkce_is_used_where_the_provider_supports_it(String provider) {
        TestAttempt attempt = new TestAttempt(TestAttempt.providers("  " + provider + ":\n" + CLIENT), provider);

        assertEquals("S256", attempt.parameters().get("code_challenge_method"));
        assertFalse(attempt.parameter("code_challenge").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notion", "slack"})
    @Tag("O2")
    void pkce_is_absent_only_where_the_catalogue_says_so(String provider) {
        TestAttempt attempt = new TestAttempt(TestAttempt.providers("  " + provider + ":\n" + CLIENT), provider);

        assertFalse(attempt.parameters().containsKey("code_challenge"));
    }

    @Test
    @Tag("D25")
    void offline_access_is_requested_with_consent_and_kept_in_smaller_requests() {
        OAuthProviders providers = TestAttempt.providers(offlineYaml());

        Map<String, String> sent = new TestAttempt(providers, "corporate").parameters();

        assertEquals("openid offline_access read", sent.get("scope"));
        assertEquals("consent", sent.get("prompt"));
    }

    @Test
    @Tag("D25")
    void without_offline_access_consent_is_not_forced() {
        OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));

        assertFalse(new TestAttempt(providers, "corporate").parameters().containsKey("prompt"));
    }

    private String offlineYaml(String... more) {
        return server.yaml("corporate", more)
                .replace("scopes: [openid, read]", "scopes: [openid, offline_access, read]");
    }

    @Test
    @Tag("D25")
    void a_given_prompt_replaces_consent() {
        OAuthProviders providers = TestAttempt.providers(offlineYaml("authorization_parameters: { prompt: login }"));

        assertEquals(
                "login", new TestAttempt(providers, "corporate").parameters().get("prompt"));
    }

    @Test
    void each_provider_gets_its_own_parameters() {
        assertEquals("offline", sent("google").get("access_type"));
        assertEquals("consent", sent("google").get("prompt"));
        assertEquals("user", sent("notion").get("owner"));
        assertFalse(sent("notion").containsKey("scope"));
        assertEquals("search:read", sent("slack").get("user_scope"));
        assertFalse(sent("slack").containsKey("scope"));
        assertTrue(sent("microsoft").getOrDefault("scope", "").startsWith("openid offline_access User.Read"));
    }

    @Test
    @Tag("O3")
    void the_issuer_and_whether_it_is_returned_are_pinned() {
        TestAttempt announced = new TestAttempt(TestAttempt.providers(server.yaml("corporate")), "corporate");
        assertEquals(
                Optional.of(server.issuer()), announced.authorization.pinned().issuer());
        assertTrue(announced.authorization.pinned().issuerReturned());
        assertEquals(server.url("/token"), announced.authorization.pinned().tokenEndpoint());

        server.returnIssuer(false);
        TestAttempt silent = new TestAttempt(TestAttempt.providers(server.yaml("corporate")), "corporate");
        assertFalse(silent.authorization.pinned().issuerReturned());

        TestAttempt configured =
                new TestAttempt(TestAttempt.providers(server.yaml("corporate", "issuer_returned: true")), "corporate");
        assertTrue(configured.authorization.pinned().issuerReturned());
    }

    @Test
    @Tag("O3")
    void metadata_of_another_issuer_is_rejected() {
        server.always(METADATA, Misbehaviour.altered(it -> it.put("issuer", "https://evil.example")));

        assertUnavailable();
    }

    @Test
    @Tag("F2")
    @Tag("T1")
    void metadata_with_an_endpoint_without_tls_is_rejected() {
        server.always(METADATA, Misbehaviour.altered(it -> it.put("token_endpoint", "http://evil.example/token")));

        assertUnavailable();
    }

    @Test
    @Tag("F1")
    @Tag("F4")
    void the_metadata_request_follows_no_redirect_and_is_bounded() {
        try (HostileAuthorizationServer elsewhere = HostileAuthorizationServer.start()) {
            server.always(METADATA, Misbehaviour.redirect(302, elsewhere.url(METADATA)));
            assertUnavailable();
            assertEquals(0, elsewhere.requests().size());
        }
        server.always(METADATA, Misbehaviour.huge());
        assertUnavailable();
        server.always(METADATA, Misbehaviour.html());
        assertUnavailable();
    }

    @Test
    void metadata_is_fetched_once_an_hour() {
        OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));
        new TestAttempt(providers, "corporate");
        new TestAttempt(providers, "corporate");

        assertEquals(1, server.requests(METADATA).size());
    }

    @Test
    void the_query_of_the_authorization_url_is_kept() {
        TestAttempt attempt = new TestAttempt(
                TestAttempt.providers(server.yaml("corporate", "authorization_url: https://id.example/a?tenant=1")),
                "corporate");

        URI url = attempt.authorization.url();
        assertTrue(url.toString().startsWith("https://id.example/a?tenant=1&"), url.toString());
    }

    private static Map<String, String> sent(String provider) {
        return new TestAttempt(TestAttempt.providers("  " + provider + ":\n" + CLIENT), provider).parameters();
    }

    private void assertUnavailable() {
        OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));
        assertThrows(ProviderUnavailable.class, () -> new TestAttempt(providers, "corporate"));
    }
}
