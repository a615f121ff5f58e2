package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.PinnedProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();
    private final TestAttempt attempt = new TestAttempt(TestAttempt.providers(server.yaml("corporate")), "corporate");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("O2")
    @Tag("O5")
    void an_exchange_returns_the_credentials_and_the_account() {
        ExchangeResult.Granted granted = assertInstanceOf(ExchangeResult.Granted.class, attempt.run(server));

        assertEquals("subject-1", granted.account().value());
        assertEquals(List.of("openid", "read"), granted.grant().scopes().values());
        assertEquals(
                Optional.of(new TokenOrigin(HostileAuthorizationServer.CLIENT_ID, URI.create(server.issuer()))),
                granted.grant().origin());
        assertTrue(server.isValid(granted.grant().credentials().accessToken().reveal()));
        assertTrue(granted.grant().credentials().expiresAt().isPresent());
        assertEquals(
                Optional.of("https://bridge.example/oauth/callback/corporate"),
                server.requests("/token").get(0).parameter("redirect_uri"));
        assertEquals(
                attempt.secrets.verifier().map(it -> it.reveal()),
                server.requests("/token").get(0).parameter("code_verifier"));
    }

    @Test
    void the_scopes_are_the_granted_ones_and_not_the_requested_ones() {
        server.next("/token", Misbehaviour.altered(it -> it.put("scope", "openid")));

        ExchangeResult.Granted granted = assertInstanceOf(ExchangeResult.Granted.class, attempt.run(server));
        assertEquals(List.of("openid"), granted.grant().scopes().values());
    }

    @Test
    void a_response_without_scope_and_expiry_gets_the_defaults() {
        TestAttempt other =
                new TestAttempt(TestAttempt.providers(server.yaml("corporate", "default_expiry: 8h")), "corporate");
        server.next("/token", Misbehaviour.altered(it -> {
            it.remove("scope");
            it.remove("expires_in");
        }));

        ExchangeResult.Granted granted = assertInstanceOf(ExchangeResult.Granted.class, other.run(server));
        assertEquals(List.of("openid", "read"), granted.grant().scopes().values());
        assertTrue(granted.grant().credentials().expiresAt().isPresent());
    }

    static Stream<Arguments> invalidResponses() {
        return Stream.of(
                invalid("another type", it -> it.put("token_type", "mac")),
                invalid("no token", it -> it.remove("access_token")),
                invalid("empty token", it -> it.put("access_token", "")),
                invalid("number for a token", it -> it.put("access_token", 17)),
                invalid("token with a line", it -> it.put("access_token", "a\nb")),
                invalid("huge token", it -> it.put("access_token", "x".repeat(20_000))),
                invalid("no ID token", it -> it.remove("id_token")),
                invalid("ID token that is none", it -> it.put("id_token", "a.b.c")),
                invalid("unsigned ID token", it -> it.put("id_token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.")),
                Arguments.of("HTML", Misbehaviour.html()),
                Arguments.of("10 MB", Misbehaviour.huge()),
                Arguments.of("a bomb", Misbehaviour.gzipBomb()),
                Arguments.of("10,000 headers", Misbehaviour.manyHeaders()),
                Arguments.of("nothing", Misbehaviour.status(200)),
                Arguments.of(
                        "twice", Misbehaviour.status(200, Map.of(), "{\"access_token\":\"a\",\"access_token\":\"b\"}")),
                Arguments.of("trailing", Misbehaviour.status(200, Map.of(), "{} {}")),
                Arguments.of("deep", Misbehaviour.status(200, Map.of(), "[".repeat(100_000))),
                Arguments.of("a list", Misbehaviour.status(200, Map.of(), "[]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidResponses")
    @Tag("O8")
    @Tag("F4")
    void an_invalid_response_grants_nothing(String name, Misbehaviour misbehaviour) {
        server.next("/token", misbehaviour);

        ExchangeResult result = attempt.run(server);

        boolean isCut = name.equals("10,000 headers") && result.equals(failed(AttemptFailure.EXCHANGE_UNKNOWN));
        assertTrue(isCut || result.equals(failed(AttemptFailure.UNUSABLE_ANSWER)), name + ": " + result);
    }

    @Test
    @Tag("O8")
    void tokens_of_a_failed_exchange_are_revoked() {
        server.next("/token", Misbehaviour.altered(it -> it.remove("id_token")));

        attempt.run(server);

        assertEquals(0, server.validGrants());
    }

    @Test
    @Tag("O8")
    void the_outcome_of_an_exchange_without_a_response_is_unknown() {
        server.next("/token", Misbehaviour.lost());
        assertEquals(failed(AttemptFailure.EXCHANGE_UNKNOWN), attempt.run(server));

        server.next("/token", Misbehaviour.status(500));
        assertEquals(failed(AttemptFailure.EXCHANGE_UNKNOWN), attempt.run(server));

        assertEquals(2, server.exchanges());
    }

    @Test
    @Tag("O4")
    void a_code_of_another_users_attempt_is_rejected() {
        TestAttempt victim = new TestAttempt(attempt.providers, "corporate");
        String code = victim.code(server);

        assertEquals(failed(AttemptFailure.CODE_REFUSED), attempt.exchange(code));
    }

    @Test
    @Tag("O4")
    @Tag("O15")
    void without_pkce_the_nonce_rejects_a_code_of_another_users_attempt() {
        OAuthProviders providers = TestAttempt.providers(server.yaml("corporate", "pkce: false"));
        TestAttempt victim = new TestAttempt(providers, "corporate");
        TestAttempt attacker = new TestAttempt(providers, "corporate");

        assertEquals(failed(AttemptFailure.UNUSABLE_ANSWER), attacker.exchange(victim.code(server)));
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of("iss", "https://evil.example"),
                Arguments.of("nonce", "another"),
                Arguments.of("nonce", null),
                Arguments.of("aud", "another-client"),
                Arguments.of("aud", new ArrayList<>(Arrays.asList(HostileAuthorizationServer.CLIENT_ID, "another"))),
                Arguments.of("azp", "another-client"),
                Arguments.of("exp", 1_000_000_000L),
                Arguments.of("exp", null),
                Arguments.of("iat", null),
                Arguments.of("sub", null));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("lies")
    @Tag("O15")
    void an_id_token_of_another_attempt_grants_nothing(String claim, Object value) {
        server.lie(claim, value);

        assertEquals(failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));
    }

    @Test
    @Tag("O15")
    void userinfo_must_name_the_same_subject() {
        server.lieAtUserinfo("another-subject");
        assertEquals(failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));

        server.behave();
        server.next("/userinfo", Misbehaviour.status(500));
        assertEquals(failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));
    }

    @Test
    @Tag("O15")
    void a_signature_by_an_unpublished_key_grants_nothing() {
        server.always("/keys", Misbehaviour.status(200, Map.of(), "{\"keys\":[]}"));
        assertEquals(failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));
    }

    @Test
    @Tag("O3")
    void a_code_is_sent_only_to_the_pinned_provider() {
        PinnedProvider pinned = attempt.authorization.pinned();
        List<PinnedProvider> others = List.of(
                new PinnedProvider(pinned.issuer(), true, URI.create("https://other.example/token"), pinned.clientId()),
                new PinnedProvider(pinned.issuer(), true, pinned.tokenEndpoint(), "other"),
                new PinnedProvider(
                        Optional.of("https://other.example"), true, pinned.tokenEndpoint(), pinned.clientId()));

        for (PinnedProvider other : others) {
            assertEquals(failed(AttemptFailure.PROVIDER_CHANGED), attempt.exchange("a-code", other));
        }
        assertEquals(0, server.exchanges());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @Tag("F1")
    void a_code_and_a_secret_follow_no_redirect(int status) {
        try (HostileAuthorizationServer elsewhere = HostileAuthorizationServer.start()) {
            server.next("/token", Misbehaviour.redirect(status, elsewhere.url("/token")));

            assertInstanceOf(ExchangeResult.Failed.class, attempt.run(server));
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    @Tag("F1")
    void an_access_token_follows_no_redirect() {
        try (HostileAuthorizationServer elsewhere = HostileAuthorizationServer.start()) {
            server.next("/userinfo", Misbehaviour.redirect(307, elsewhere.url("/userinfo")));

            assertInstanceOf(ExchangeResult.Failed.class, attempt.run(server));
            assertEquals(0, elsewhere.requests().size());
        }
    }

    private static Arguments invalid(String name, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, Misbehaviour.altered(change));
    }

    private static ExchangeResult failed(AttemptFailure reason) {
        return new ExchangeResult.Failed(reason);
    }
}
