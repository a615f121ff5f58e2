package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.oauth.CheckResult;
import io.omnibridge.adapters.providers.oauth.CheckResult.Status;
import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderCheckTest {

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_provider_that_knows_this_client_is_fine_as_far_as_anybody_can_tell() {
        List<CheckResult> results = check(server.yaml("corporate"));

        assertEquals(
                List.of(Status.FINE, Status.FINE, Status.FINE, Status.UNKNOWN),
                results.stream().map(CheckResult::status).toList());
        assertTrue(results.get(3).words().contains("https://bridge.example/oauth/callback/corporate"));
        assertEquals(0, server.livingGrants());
    }

    @Test
    void a_wrong_secret_is_found_out() {
        String yaml = server.yaml("corporate").replace(HostileAuthorizationServer.CLIENT_SECRET, "another");

        assertWrong("client_secret", yaml, "does not know this client");
    }

    @Test
    void a_wrong_issuer_or_url_is_found_out() {
        server.always("/.well-known/openid-configuration", Misbehaviour.status(404));
        assertWrong("issuer", server.yaml("corporate"), "no metadata");

        server.behave();
        assertWrong("token_url", server.yaml("corporate", "token_url: https://no-such-host.invalid/t"), "be reached");
        assertWrong("jwks_url", server.yaml("corporate", "jwks_url: " + server.url("/nothing")), "keys");
        assertWrong(
                "authorization_url",
                server.yaml("corporate", "authorization_url: " + server.url("/nothing")),
                "authorization endpoint");
    }

    @Test
    void nobody_can_check_what_is_not_there() {
        assertEquals(
                Optional.empty(), TestAttempt.providers(server.yaml("corporate")).check(new ProviderId("gone")));
    }

    private static void assertWrong(String what, String yaml, String words) {
        List<CheckResult> results = check(yaml);
        assertTrue(
                results.stream()
                        .anyMatch(it ->
                                it.status() == Status.WRONG && it.words().contains(words)),
                what + ": " + results);
    }

    private static List<CheckResult> check(String yaml) {
        return TestAttempt.providers(yaml).check(new ProviderId("corporate")).orElseThrow();
    }
}
