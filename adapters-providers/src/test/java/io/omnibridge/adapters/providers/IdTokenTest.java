package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.NullNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.connect.AttemptFailure;
import java.math.BigInteger;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, algorithms and claims of ID tokens. */
class IdTokenTest {

    private static final List<Map<String, Object>> OTHERS =
            Stream.generate(IdTokenTest::rsaKey).limit(4).toList();

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();
    private final OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));

    @BeforeEach
    void signByRsa() {
        server.signIdTokensBy(JWSAlgorithm.RS256);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Object> unusableKeys() {
        return Stream.of(
                NullNode.getInstance(),
                "key",
                17,
                List.of(),
                Map.of(),
                Map.of("kty", "EC", "crv", "P-999", "x", "AQ", "y", "AQ"),
                Map.of("kty", "RSA", "e", "AQAB"),
                Map.of("kty", "RSA", "n", 1, "e", "AQAB"),
                Map.of("kty", "RSA", "n", "AQAB", "e", "AQAB"),
                Map.of("kty", "XYZ", "n", new BigInteger("9".repeat(200))),
                Map.of("kty", "OKP", "crv", "Ed25519", "x", "AQ"),
                Map.of("kty", "oct", "k", "AQ"),
                Map.of("kty", "RSA", "deep", nested(100)));
    }

    private static Object nested(int depth) {
        Object value = "end";
        for (int i = 0; i < depth; i++) {
            value = List.of(value);
        }
        return value;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusableKeys")
    @Tag("T23")
    void an_unusable_key_beside_the_right_one_is_ignored(Object key) {
        server.publishBeside(List.of(key));

        assertGranted(providers);
    }

    @Test
    @Tag("T23")
    void a_key_that_is_listed_twice_is_one() {
        Map<String, Object> again = new HashMap<>(server.signingKey());
        again.put("use", "sig");
        server.publishBeside(List.of(server.signingKey(), again, again, again, again));

        assertGranted(providers);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    @Tag("T23")
    void each_of_up_to_four_keys_with_the_same_id_is_tried(int others) throws Exception {
        Object keyId = server.signingKey().get("kid");
        server.publishBeside(others(others, keyId));
        assertGranted(providers);

        server.omitKeyIds();
        server.publishBeside(others(others, null));
        assertGranted(TestAttempt.providers(server.yaml("corporate")));
    }

    @Test
    @Tag("T23")
    void no_more_than_four_keys_are_tried() throws Exception {
        server.publishBeside(others(4, server.signingKey().get("kid")));

        assertRefused(providers);
    }

    private static List<Object> others(int count, @Nullable Object keyId) throws JOSEException {
        List<Object> others = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> jwk = new HashMap<>(OTHERS.get(i));
            if (keyId != null) {
                jwk.put("kid", keyId);
            }
            others.add(jwk);
        }
        others.add(new ECKeyGenerator(Curve.P_256)
                .keyID("ec")
                .generate()
                .toPublicJWK()
                .toJSONObject());
        return others;
    }

    /** Returns a key that signed nothing, so that its modulus may be any number. */
    private static Map<String, Object> rsaKey() {
        BigInteger modulus = new BigInteger(2048, new Random()).setBit(2047).setBit(0);
        return new RSAKey.Builder(Base64URL.encode(modulus), Base64URL.encode(RSAKeyGenParameterSpec.F4))
                .build()
                .toJSONObject();
    }

    static Stream<Arguments> wrongTimes() {
        long now = Instant.now().getEpochSecond();
        List<Object> none = List.of(NullNode.getInstance(), String.valueOf(now), true, List.of(now), -1, 0, 1e300);
        return Stream.of(
                        none.stream().flatMap(it -> Stream.of(Arguments.of("exp", it), Arguments.of("iat", it))),
                        Stream.of(
                                Arguments.of("iat", now + 3600),
                                Arguments.of("iat", 253_402_300_799L),
                                Arguments.of("iat", 4_000_000_000_000_000L),
                                Arguments.of("exp", now - 61),
                                Arguments.of("nbf", now + 3600),
                                Arguments.of("nbf", "soon"),
                                Arguments.of("sub", NullNode.getInstance()),
                                Arguments.of("sub", 17),
                                Arguments.of("sub", ""),
                                Arguments.of("nonce", NullNode.getInstance()),
                                Arguments.of("nonce", List.of("a")),
                                Arguments.of("aud", NullNode.getInstance()),
                                Arguments.of("aud", Map.of("a", HostileAuthorizationServer.CLIENT_ID)),
                                Arguments.of("aud", List.of(HostileAuthorizationServer.CLIENT_ID, 1)),
                                Arguments.of("azp", 17)))
                .flatMap(it -> it);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongTimes")
    @Tag("T24")
    @Tag("O15")
    void an_id_token_without_sound_claims_is_refused(String claim, Object value) {
        server.lie(claim, value);

        assertRefused(providers);
    }

    @Test
    @Tag("T24")
    void an_id_token_of_a_clock_that_is_a_little_ahead_or_behind_is_accepted() {
        long now = Instant.now().getEpochSecond();
        server.lie("iat", now + 50);
        server.lie("exp", now - 50.5);
        server.lie("tid", 17);
        server.lie("nbf", NullNode.getInstance());

        assertGranted(providers);
    }

    @Test
    @Tag("T25")
    void a_new_key_is_fetched_at_once() {
        assertGranted(providers);
        server.rotateKeys();
        assertGranted(providers);
        server.rotateKeysUnderTheSameId();
        assertGranted(providers);

        assertEquals(3, server.requests("/keys").size());
    }

    @Test
    @Tag("T25")
    void an_id_token_that_is_refused_for_another_reason_costs_no_fetch() {
        assertGranted(providers);
        server.lie("aud", "another-client");
        assertRefused(providers);
        assertEquals(1, server.requests("/keys").size());

        server.behave();
        server.signIdTokensBy(JWSAlgorithm.EdDSA);
        assertRefused(providers);
        assertEquals(1, server.requests("/keys").size());
    }

    @Test
    @Tag("T27")
    void hs256_and_eddsa_are_refused_unless_they_are_allowed() {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.EdDSA)) {
            server.signIdTokensBy(algorithm);
            assertRefused(TestAttempt.providers(server.yaml("corporate")));
            assertRefused(TestAttempt.providers(server.yaml("corporate", "id_token_algorithms: RS256")));
            assertGranted(TestAttempt.providers(server.yaml("corporate", "id_token_algorithms: " + algorithm)));
            assertGranted(
                    TestAttempt.providers(server.yaml("corporate", "id_token_algorithms: [RS256, " + algorithm + "]")));
        }
    }

    @Test
    @Tag("T27")
    void an_allowed_algorithm_is_the_only_one() {
        assertRefused(TestAttempt.providers(server.yaml("corporate", "id_token_algorithms: [HS256, EdDSA]")));
    }

    @Test
    @Tag("T27")
    void a_provider_may_return_no_nonce_where_that_is_allowed() {
        OAuthProviders lenient = TestAttempt.providers(server.yaml("corporate", "nonce_returned: false"));
        assertGranted(lenient);

        server.lie("nonce", null);
        assertRefused(providers);
        assertGranted(lenient);

        server.lie("nonce", "another");
        assertRefused(lenient);
    }

    private void assertGranted(OAuthProviders by) {
        assertInstanceOf(ExchangeResult.Granted.class, new TestAttempt(by, "corporate").run(server));
    }

    private void assertRefused(OAuthProviders by) {
        assertEquals(
                new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER),
                new TestAttempt(by, "corporate").run(server));
        assertTrue(server.exchanges() > 0);
    }
}
