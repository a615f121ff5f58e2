package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.NullNode;
import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.UnusedTokens;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
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

/** An exchange that fails after the provider issued tokens names them, so that they can be revoked. */
@Tag("R27")
class FailedExchangeTest {

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private TestAttempt attempt(String... more) {
        return new TestAttempt(TestAttempt.providers(server.yaml("corporate", more)), "corporate");
    }

    private static Arguments hostile(String name, Consumer<HostileAuthorizationServer> order) {
        return Arguments.of(name, order);
    }

    private static Arguments idToken(String name, String idToken) {
        return hostile(name, it -> it.next("/token", Misbehaviour.altered(tokens -> tokens.put("id_token", idToken))));
    }

    private static Arguments keys(String name, String keys) {
        return hostile(name, it -> it.always("/keys", Misbehaviour.status(200, Map.of(), keys)));
    }

    private static Arguments userinfo(String name, String body) {
        return hostile(name, it -> it.always("/userinfo", Misbehaviour.status(200, Map.of(), body)));
    }

    private static String jwt(String header, String claims) {
        return Stream.of(header, claims, "signature")
                .map(part ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .reduce((left, right) -> left + "." + right)
                .orElseThrow();
    }

    static Stream<Arguments> hostile() {
        String deep = "[".repeat(50_000);
        String rs256 = "{\"alg\":\"RS256\"}";
        return Stream.of(
                hostile("sub: null", it -> it.lie("sub", NullNode.getInstance())),
                hostile("sub: empty", it -> it.lie("sub", "")),
                hostile("sub: a number", it -> it.lie("sub", 1)),
                hostile("sub: a list", it -> it.lie("sub", List.of("a"))),
                hostile("sub: a lone surrogate", it -> it.lie("sub", "a\ud800")),
                hostile("iss: null", it -> it.lie("iss", NullNode.getInstance())),
                hostile("aud: null", it -> it.lie("aud", NullNode.getInstance())),
                hostile("aud: a null in a list", it -> it.lie("aud", Arrays.asList((Object) null))),
                hostile("exp: a text", it -> it.lie("exp", "soon")),
                hostile("azp: a list", it -> it.lie("azp", List.of(1))),
                hostile("nonce: an object", it -> it.lie("nonce", Map.of())),
                idToken("not a JWT", "a.b.c"),
                idToken("five parts", "a.b.c.d.e"),
                idToken("empty parts", ".."),
                idToken("deep header", jwt(deep, "{}")),
                idToken("deep claims", jwt(rs256, deep)),
                idToken("null header", jwt("null", "{}")),
                idToken("null algorithm", jwt("{\"alg\":null}", "{}")),
                idToken("null key id", jwt("{\"alg\":\"RS256\",\"kid\":null}", "{}")),
                idToken("null claims", jwt(rs256, "null")),
                keys("a null key", "{\"keys\":[null]}"),
                keys("null keys", "{\"keys\":null}"),
                keys("no keys", "{}"),
                keys("a list", "[]"),
                keys("a text as key", "{\"keys\":[\"a\"]}"),
                keys("deep keys", "{\"keys\":" + deep),
                userinfo("sub: null at userinfo", "{\"sub\":null}"),
                userinfo("a lone surrogate at userinfo", "{\"sub\":\"\\ud800\"}"),
                userinfo("deep userinfo", deep),
                userinfo("a page at userinfo", "<html>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatever_is_wrong_fails_the_exchange_and_names_the_tokens(
            String name, Consumer<HostileAuthorizationServer> order) {
        TestAttempt attempt = attempt();
        order.accept(server);

        assertEquals(new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));

        assertTrue(attempt.unused().isPresent());
        assertEquals(0, server.validGrants());
    }

    static Stream<Arguments> invalidIds() {
        return Stream.of(
                Arguments.of("a lone surrogate", "\ud800"),
                Arguments.of("a lone surrogate at the end", "a\udc00"),
                Arguments.of("null", null),
                Arguments.of("empty", ""),
                Arguments.of("an object", Map.of()),
                Arguments.of("a fraction", 1.5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidIds")
    void an_invalid_account_id_fails_the_exchange_and_names_the_tokens(String name, Object id) {
        TestAttempt attempt = attempt("identity_path: /id");
        server.next("/token", Misbehaviour.altered(it -> it.put("id", id)));

        assertEquals(new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));

        assertEquals(Optional.empty(), attempt.unused().flatMap(UnusedTokens::account));
        assertEquals(0, server.validGrants());
    }

    @Test
    @Tag("R21")
    void the_account_is_told_where_only_userinfo_failed() {
        server.signIn("alice");
        server.next("/userinfo", Misbehaviour.status(500));
        TestAttempt attempt = attempt();

        attempt.run(server);

        assertEquals(
                Optional.of(new ProviderAccountId("alice")), attempt.unused().flatMap(UnusedTokens::account));
    }

    @Test
    @Tag("R21")
    void the_account_is_unknown_where_the_id_token_is_invalid_or_contradicted() {
        server.lie("nonce", "another");
        TestAttempt attempt = attempt();
        attempt.run(server);
        assertEquals(Optional.empty(), attempt.unused().orElseThrow().account());

        server.behave();
        server.lieAtUserinfo("another");
        attempt.run(server);
        assertEquals(Optional.empty(), attempt.unused().orElseThrow().account());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("another type", "{\"token_type\":\"mac\",%s}"),
                Arguments.of("an access token twice", "{%s,\"access_token\":\"b\"}"),
                Arguments.of("a refresh token twice", "{%s,\"refresh_token\":\"b\"}"),
                Arguments.of("cut off", "{%s,\"expires_in\":"),
                Arguments.of("something behind the end", "{%s} {}"),
                Arguments.of("a lone surrogate", "{%s,\"a\":\"\\ud800\"}"),
                Arguments.of("too deep", "{%s,\"a\":" + "[".repeat(50_000)),
                Arguments.of("broken JSON", "{%s,a}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void a_refused_token_response_names_the_tokens_in_it(String name, String response) {
        Map<String, Object> tokens = server.grant("alice", "read");
        String members = "\"access_token\":\"%s\",\"refresh_token\":\"%s\""
                .formatted(tokens.get("access_token"), tokens.get("refresh_token"));
        server.next("/token", Misbehaviour.status(200, Map.of(), response.formatted(members)));
        TestAttempt attempt = attempt();

        assertEquals(new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));

        assertEquals(0, server.validGrants());
    }

    @Test
    void an_error_beside_tokens_names_them() {
        TestAttempt attempt = attempt("errors_with_status_200: true");
        server.next("/token", Misbehaviour.altered(it -> {
            it.put("error", "invalid_scope");
            it.put("token_type", "mac");
        }));

        assertInstanceOf(ExchangeResult.Failed.class, attempt.run(server));

        assertEquals(0, server.validGrants());
    }

    @Test
    void tokens_beside_those_of_the_user_are_left() {
        server.next(
                "/token",
                Misbehaviour.status(
                        200,
                        Map.of(),
                        "{\"access_token\":\"bots\",\"authed_user\":{\"access_token\":\"users\",\"token_type\":\"mac\"}}"));
        TestAttempt attempt =
                attempt("tokens_at: /authed_user", "revocation_style: slack", "errors_with_status_200: true");

        attempt.run(server);

        List<RevocableToken> tokens = attempt.unused().orElseThrow().tokens();
        assertEquals(1, tokens.size());
        assertEquals("users", tokens.get(0).token().reveal());
        assertFalse(tokens.get(0).isRefreshToken());
    }

    @Test
    void without_tokens_in_the_response_none_are_named() {
        TestAttempt attempt = attempt();
        for (Misbehaviour each : List.of(
                Misbehaviour.status(200, Map.of(), "{\"access_token\":\"with blanks\",\"refresh_token\":1}"),
                Misbehaviour.html(),
                Misbehaviour.error(400, "invalid_grant"))) {
            server.next("/token", each);
            attempt.run(server);
            assertEquals(Optional.empty(), attempt.unused());
        }
    }
}
