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
    void a_code_becomes_credentials_of_the_account_that_the_provider_names() {
        ExchangeResult.Granted granted = assertInstanceOf(ExchangeResult.Granted.class, attempt.run(server));

        assertEquals("subject-1", granted.account().value());
        assertEquals(List.of("openid", "read"), granted.grant().scopes().values());
        assertEquals(
                Optional.of(new TokenOrigin(HostileAuthorizationServer.CLIENT_ID, URI.create(server.issuer()))),
                granted.grant().origin());
        assertTrue(server.lives(granted.grant().credentials().accessToken().reveal()));
        assertTrue(granted.grant().credentials().expiresAt().isPresent());
        assertEquals(
                Optional.of("https://bridge.example/oauth/callback/corporate"),
                server.requests("/token").get(0).parameter("redirect_uri"));
        assertEquals(
                attempt.secrets.verifier().map(it -> it.reveal()),
                server.requests("/token").get(0).parameter("code_verifier"));
    }

    @Test
    void the_scopes_are_those_that_were_granted_and_not_those_that_were_asked_for() {
        server.next("/token", Misbehaviour.altered(it -> it.put("scope", "openid")));

        ExchangeResult.Granted granted = assertInstanceOf(ExchangeResult.Granted.class, attempt.run(server));
        assertEquals(List.of("openid"), granted.grant().scopes().values());
    }

    @Test
    void where_the_provider_says_nothing_the_scopes_are_those_that_were_asked_for_and_the_expiry_is_the_usual_one() {
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

    static Stream<Arguments> strangeAnswers() {
        return Stream.of(
                strange("no type", it -> it.remove("token_type")),
                strange("another type", it -> it.put("token_type", "mac")),
                strange("no token", it -> it.remove("access_token")),
                strange("empty token", it -> it.put("access_token", "")),
                strange("number for a token", it -> it.put("access_token", 17)),
                strange("token with a line", it -> it.put("access_token", "a\nb")),
                strange("huge token", it -> it.put("access_token", "x".repeat(20_000))),
                strange("negative expiry", it -> it.put("expires_in", -1)),
                strange("huge expiry", it -> it.put("expires_in", 99_999_999_999_999L)),
                strange("expiry as text", it -> it.put("expires_in", "3600")),
                strange("expiry as fraction", it -> it.put("expires_in", 1.5)),
                strange("refresh token as object", it -> it.put("refresh_token", Map.of())),
                strange("broken scope", it -> it.put("scope", "a\"b")),
                strange("no ID token", it -> it.remove("id_token")),
                strange("ID token that is none", it -> it.put("id_token", "a.b.c")),
                strange("unsigned ID token", it -> it.put("id_token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.")),
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
    @MethodSource("strangeAnswers")
    @Tag("O8")
    @Tag("F4")
    void a_strange_answer_gives_nothing(String name, Misbehaviour misbehaviour) {
        server.next("/token", misbehaviour);

        ExchangeResult result = attempt.run(server);

        boolean isCut = name.equals("10,000 headers") && result.equals(failed(AttemptFailure.EXCHANGE_UNKNOWN));
        assertTrue(isCut || result.equals(failed(AttemptFailure.UNUSABLE_ANSWER)), name + ": " + result);
    }

    @Test
    @Tag("O8")
    void tokens_that_nobody_will_have_are_given_back() {
        server.next("/token", Misbehaviour.altered(it -> it.remove("id_token")));

        attempt.run(server);

        assertEquals(0, server.livingGrants());
    }

    @Test
    @Tag("O8")
    void nobody_knows_what_became_of_an_exchange_without_an_answer() {
        server.next("/token", Misbehaviour.lost());
        assertEquals(failed(AttemptFailure.EXCHANGE_UNKNOWN), attempt.run(server));

        server.next("/token", Misbehaviour.status(500));
        assertEquals(failed(AttemptFailure.EXCHANGE_UNKNOWN), attempt.run(server));

        assertEquals(2, server.exchanges());
    }

    @Test
    @Tag("O4")
    void a_code_of_somebody_elses_attempt_is_refused() {
        TestAttempt victim = new TestAttempt(attempt.providers, "corporate");
        String code = victim.code(server);

        assertEquals(failed(AttemptFailure.CODE_REFUSED), attempt.exchange(code));
    }

    @Test
    @Tag("O4")
    @Tag("O15")
    void where_there_is_no_pkce_the_nonce_refuses_a_code_of_somebody_elses_attempt() {
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
    void an_id_token_that_is_not_for_this_attempt_links_nothing(String claim, Object value) {
        server.lie(claim, value);

        assertEquals(failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));
    }

    @Test
    @Tag("O15")
    void userinfo_has_to_speak_of_the_same_person() {
        server.lieAtUserinfo("somebody-else");
        assertEquals(failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));

        server.behave();
        server.next("/userinfo", Misbehaviour.status(500));
        assertEquals(failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));
    }

    @Test
    @Tag("O15")
    void a_signature_by_a_key_that_is_not_published_links_nothing() {
        server.next("/keys", Misbehaviour.status(200, Map.of(), "{\"keys\":[]}"));
        assertEquals(failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));
    }

    @Test
    @Tag("O3")
    void an_attempt_is_finished_with_the_provider_that_it_began_with_or_not_at_all() {
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
    void no_redirect_carries_a_code_or_a_secret(int status) {
        try (HostileAuthorizationServer elsewhere = HostileAuthorizationServer.start()) {
            server.next("/token", Misbehaviour.redirect(status, elsewhere.url("/token")));

            assertInstanceOf(ExchangeResult.Failed.class, attempt.run(server));
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    @Tag("F1")
    void no_redirect_carries_an_access_token() {
        try (HostileAuthorizationServer elsewhere = HostileAuthorizationServer.start()) {
            server.next("/userinfo", Misbehaviour.redirect(307, elsewhere.url("/userinfo")));

            assertInstanceOf(ExchangeResult.Failed.class, attempt.run(server));
            assertEquals(0, elsewhere.requests().size());
        }
    }

    private static Arguments strange(String name, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, Misbehaviour.altered(change));
    }

    private static ExchangeResult failed(AttemptFailure reason) {
        return new ExchangeResult.Failed(reason);
    }
}
