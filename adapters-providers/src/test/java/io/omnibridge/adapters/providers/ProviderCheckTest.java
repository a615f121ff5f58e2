package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.oauth.CheckResult;
import io.omnibridge.adapters.providers.oauth.CheckStatus;
import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProviderCheckTest {

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_provider_that_knows_this_client_passes_every_check() {
        List<CheckResult> results = check(server.yaml("corporate"));

        assertEquals(
                List.of(
                        CheckStatus.FINE,
                        CheckStatus.FINE,
                        CheckStatus.FINE,
                        CheckStatus.FINE,
                        CheckStatus.FINE,
                        CheckStatus.FINE),
                results.stream().map(CheckResult::status).toList(),
                results::toString);
        assertTrue(results.get(1).message().contains("https://bridge.example/oauth/callback/corporate"));
        assertEquals(0, server.validGrants());
        assertEquals(1, server.exchanges());
    }

    @Test
    @Tag("T27")
    void the_algorithms_that_an_issuer_announces_are_compared_with_the_allowed_ones() {
        server.announce("id_token_signing_alg_values_supported", List.of("HS256", "EdDSA", "cAnArY"));
        List<CheckResult> results = check(server.yaml("corporate"));
        assertEquals(CheckStatus.WRONG, results.get(1).status());
        assertEquals(
                "the issuer signs ID tokens by EdDSA, HS256: id_token_algorithms must contain what it uses",
                results.get(1).message());
        assertEquals(
                CheckStatus.FINE,
                check(server.yaml("corporate", "id_token_algorithms: [EdDSA]"))
                        .get(1)
                        .status());

        server.announce("id_token_signing_alg_values_supported", List.of("RS256", "HS256"));
        assertEquals(
                "the issuer signs ID tokens by RS256, which is allowed; if it signs by HS256 for this client,"
                        + " id_token_algorithms must contain that",
                check(server.yaml("corporate")).get(1).message());

        server.announce("id_token_signing_alg_values_supported", List.of("cAnArY"));
        assertWrong("an unknown algorithm", server.yaml("corporate"), "no algorithm");
    }

    @Test
    void a_wrong_secret_is_found() {
        String yaml = server.yaml("corporate").replace(HostileAuthorizationServer.CLIENT_SECRET, "another");

        assertWrong("client_secret", yaml, "does not know this client");
    }

    @Test
    void a_wrong_issuer_or_url_is_found() {
        server.always("/.well-known/openid-configuration", Misbehaviour.status(404));
        assertWrong("issuer", server.yaml("corporate"), "no metadata");

        server.behave();
        assertWrong("token_url", server.yaml("corporate", "token_url: https://no-such-host.invalid/t"), "unreachable");
        assertWrong("jwks_url", server.yaml("corporate", "jwks_url: " + server.url("/nothing")), "keys");
        assertWrong(
                "authorization_url",
                server.yaml("corporate", "authorization_url: " + server.url("/nothing")),
                "authorization endpoint");
    }

    @Test
    void an_unknown_provider_cannot_be_checked() {
        assertEquals(
                Optional.empty(),
                TestAttempt.providers(server.yaml("corporate")).check(new ProviderId("gone")));
    }

    private static void assertWrong(String what, String yaml, String words) {
        List<CheckResult> results = check(yaml);
        assertTrue(
                results.stream()
                        .anyMatch(it ->
                                it.status() == CheckStatus.WRONG && it.message().contains(words)),
                what + ": " + results);
    }

    private static List<CheckResult> check(String yaml) {
        return TestAttempt.providers(yaml).check(new ProviderId("corporate")).orElseThrow();
    }
}
