package io.omnibridge.adapters.providers.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.SignOutNotice;
import io.omnibridge.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logout tokens, valid and hostile. */
@Tag("W6")
class OpenIdLogoutTokensTest {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final IssuerUnderTest test = IssuerUnderTest.start();
    private final HostileAuthorizationServer server = test.server;

    @AfterEach
    void stop() {
        test.close();
    }

    private Map<String, Object> claims() {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", server.issuer());
        claims.put("aud", HostileAuthorizationServer.CLIENT_ID);
        claims.put("sub", "alice");
        claims.put("sid", "session-1");
        claims.put("jti", "token-1");
        claims.put("events", Map.of(EVENT, Map.of()));
        return claims;
    }

    private Optional<SignOutNotice> verify(String claim, @Nullable Object value) {
        Map<String, Object> claims = claims();
        claims.put(claim, value);
        return test.logoutTokens.verify(server.sign(claims));
    }

    @Test
    void a_token_names_its_user() {
        SignOutNotice notice = test.logoutTokens.verify(server.sign(claims())).orElseThrow();

        assertEquals(new UserId("alice"), notice.user());
        assertEquals("token-1", notice.tokenId());
        assertTrue(notice.expiry().isAfter(Instant.now().plusSeconds(180)));
    }

    static Stream<Arguments> wrongClaims() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                Arguments.of("iss", "https://evil.example"),
                Arguments.of("aud", "another-client"),
                Arguments.of("aud", null),
                Arguments.of("azp", "another-client"),
                Arguments.of("iat", now - 180),
                Arguments.of("iat", now + 180),
                Arguments.of("iat", null),
                Arguments.of("exp", now - 90),
                Arguments.of("exp", null),
                Arguments.of("nonce", "n"),
                Arguments.of("nonce", ""),
                Arguments.of("events", null),
                Arguments.of("events", Map.of()),
                Arguments.of("events", EVENT),
                Arguments.of("events", List.of(EVENT)),
                Arguments.of("events", Map.of(EVENT, "x")),
                Arguments.of("events", Map.of("http://schemas.openid.net/event/other", Map.of())),
                Arguments.of("sub", null),
                Arguments.of("sub", ""),
                Arguments.of("sub", List.of("alice")),
                Arguments.of("jti", null),
                Arguments.of("jti", ""),
                Arguments.of("jti", 1),
                Arguments.of("jti", "x".repeat(256)));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void a_token_with_a_wrong_claim_is_refused(String claim, @Nullable Object value) {
        assertEquals(Optional.empty(), verify(claim, value));
    }

    @Test
    void an_id_token_is_no_logout_token() {
        assertEquals(
                Optional.empty(),
                test.logoutTokens.verify(server.sign(Map.of(
                        "iss",
                        server.issuer(),
                        "aud",
                        HostileAuthorizationServer.CLIENT_ID,
                        "sub",
                        "alice",
                        "jti",
                        "1"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"alg\":\"none\"}", "{\"alg\":\"HS256\"}", "{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}"})
    void a_token_with_another_header_is_refused(String header) {
        String[] parts = server.sign(claims()).split("\\.", -1);
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));

        assertEquals(Optional.empty(), test.logoutTokens.verify(forged + "." + parts[1] + "." + parts[2]));
        assertEquals(Optional.empty(), test.logoutTokens.verify(forged + "." + parts[1] + "."));
    }

    @Test
    void a_token_signed_with_the_client_secret_is_refused() {
        server.signIdTokensBy(JWSAlgorithm.HS256);

        assertEquals(Optional.empty(), test.logoutTokens.verify(server.sign(claims())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "logout", "{}"})
    void what_is_no_jwt_is_refused(String token) {
        assertEquals(Optional.empty(), test.logoutTokens.verify(token));
    }

    @Test
    void made_up_keys_cause_no_fetch_for_each_token() {
        assertTrue(test.logoutTokens.verify(server.sign(claims())).isPresent());
        int fetches = server.requests("/keys").size();
        server.rotateKeys();

        for (int i = 0; i < 20; i++) {
            assertUnknown(server.sign(claims()));
        }

        assertEquals(fetches, server.requests("/keys").size());
    }

    static Stream<Misbehaviour> unreadableResponses() {
        return Stream.of(
                Misbehaviour.cut(),
                Misbehaviour.status(500),
                Misbehaviour.status(404),
                Misbehaviour.status(200, Map.of(), "{}"),
                Misbehaviour.html());
    }

    @ParameterizedTest
    @MethodSource("unreadableResponses")
    void without_the_issuers_metadata_nothing_is_known(Misbehaviour response) {
        server.always("/.well-known/openid-configuration", response);

        assertUnknown(server.sign(claims()));
    }

    @ParameterizedTest
    @MethodSource("unreadableResponses")
    void without_the_issuers_keys_nothing_is_known(Misbehaviour response) {
        server.always("/keys", response);

        assertUnknown(server.sign(claims()));
        assertEquals(Optional.empty(), verify("events", null), "certainly not valid");
    }

    @Test
    void without_an_address_of_the_keys_nothing_is_known() {
        server.announce("jwks_uri", null);

        assertUnknown(server.sign(claims()));
    }

    @Test
    void a_new_key_that_cannot_be_read_yet_makes_no_token_invalid() {
        assertTrue(test.logoutTokens.verify(server.sign(claims())).isPresent());
        server.rotateKeys();

        assertUnknown(server.sign(claims()));
    }

    @Test
    void a_token_by_a_key_that_the_issuer_does_not_publish_is_refused() {
        String token = server.sign(claims());
        server.rotateKeys();

        assertEquals(Optional.empty(), test.logoutTokens.verify(token));
    }

    private void assertUnknown(String token) {
        assertThrows(ProviderUnavailable.class, () -> test.logoutTokens.verify(token));
    }
}
