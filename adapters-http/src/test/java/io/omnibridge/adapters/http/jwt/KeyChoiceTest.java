package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.PublishedSigner.ES256;
import static io.omnibridge.adapters.http.jwt.PublishedSigner.RS256;
import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.json.StrictJson;
import io.omnibridge.adapters.support.jwks.PublishedKeys;
import io.omnibridge.adapters.support.testing.KeyServer;
import io.omnibridge.adapters.support.testing.RawJson;
import io.omnibridge.adapters.support.testing.TestKeys;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key a token is verified with, and which parts of its header are ignored. */
class KeyChoiceTest {

    private final KeyServer issuer = new KeyServer(PublishedSigner.jwks());
    private final JwksKeys keys = JwksKeys.open(issuer.endpoint(), Egress.DIRECT, Tokens.CLOCK);
    private final TokenVerifier verifier = Verifiers.jwks(Tokens.POLICY, keys, Tokens.CLOCK);

    @AfterEach
    void close() {
        keys.close();
        issuer.close();
    }

    @ParameterizedTest
    @Tag("J3")
    @ValueSource(strings = {"jku", "x5u"})
    void a_url_in_the_header_is_not_visited(String member) {
        try (KeyServer mallory = new KeyServer(TestKeys.set(TestKeys.published("mallory", TestKeys.ec("secp256r1"))))) {
            Signer forger = Signer.with(TestKeys.ec("secp256r1").getPrivate(), "SHA256withECDSAinP1363Format");
            RawJson header = ES256.header().with(member, '"' + mallory.url("/jwks") + '"');
            assertRejected(RefusalReason.SIGNATURE, verifier, signed(header, CLAIMS, forger));
            assertRejected(
                    RefusalReason.UNKNOWN_KEY, verifier, signed(header.with("kid", "\"mallory\""), CLAIMS, forger));
            assertEquals(ALICE, verifier.verify(signed(header, CLAIMS, ES256.signer())));
            assertEquals(0, mallory.requests());
        }
    }

    @ParameterizedTest
    @Tag("J3")
    @ValueSource(strings = {"jwk", "x5c"})
    void a_key_in_the_header_is_not_used(String member) {
        var mallory = TestKeys.ec("secp256r1");
        Signer forger = Signer.with(mallory.getPrivate(), "SHA256withECDSAinP1363Format");
        RawJson header =
                ES256.header().with(member, TestKeys.published("p-256", mallory).toString());
        assertRejected(RefusalReason.SIGNATURE, verifier, signed(header, CLAIMS, forger));
        assertRejected(
                RefusalReason.UNKNOWN_KEY,
                verifier,
                signed(header.without("kid").with("kid", "\"m\""), CLAIMS, forger));
    }

    @ParameterizedTest
    @Tag("J4")
    @ValueSource(
            strings = {
                "",
                "../../../dev/null",
                "' or '1'='1",
                "rsa\\u0000",
                "RSA",
                "rsa ",
                "http://127.0.0.1/",
                "?x=y#z"
            })
    void an_unknown_key_id_is_only_compared(String keyId) {
        String token = signed(RS256.header().with("kid", '"' + keyId + '"'), CLAIMS, RS256.signer());
        assertRejected(RefusalReason.UNKNOWN_KEY, verifier, token);
        assertEquals(1, issuer.requests(), "asked at the start, and at its own URL only");
    }

    @Test
    @Tag("J4")
    void without_key_id_the_only_key_for_the_algorithm_is_used() {
        assertEquals(ALICE, verifier.verify(signed(RS256.header().without("kid"), CLAIMS, RS256.signer())));
        assertEquals(ALICE, verifier.verify(signed(ES256.header().without("kid"), CLAIMS, ES256.signer())));
    }

    @Test
    @Tag("J4")
    @Tag("T23")
    void without_key_id_each_of_up_to_four_keys_may_have_signed() {
        RawJson unnamed = ES256.header().without("kid");
        assertEquals(2, find(jwks(ES256.published(), another("b")), unnamed));
        assertEquals(1, find(jwks(ES256.published(), another("b")), ES256.header()));
        assertEquals(0, find(jwks(ES256.published(), another("b")), unnamed.with("alg", "\"RS256\"")));
        assertEquals(4, find(jwks(another("a"), another("b"), another("c"), another("d"), another("e")), unnamed));
    }

    @Test
    @Tag("J4")
    @Tag("T23")
    void keys_that_share_a_key_id_each_may_have_signed_and_equal_keys_are_one() {
        Jwks shared = jwks(
                TestKeys.published("k", TestKeys.P256),
                another("k"),
                TestKeys.published("k", TestKeys.RSA),
                TestKeys.published("k", TestKeys.RSA),
                TestKeys.published("k", TestKeys.RSA).with("use", "\"sig\"").with("alg", "\"RS256\""));
        assertEquals(2, find(shared, ES256.header().with("kid", "\"k\"")));
        assertEquals(1, find(shared, RS256.header().with("kid", "\"k\"")));
    }

    @Test
    @Tag("T23")
    void a_token_is_accepted_if_any_of_the_keys_that_fit_signed_it() {
        String keyId =
                Objects.requireNonNull(RS256.published().members().get("kid")).replace("\"", "");
        RawJson ed25519 = RawJson.empty()
                .with("kty", "\"OKP\"")
                .with("crv", "\"Ed25519\"")
                .with("x", "\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"");
        issuer.publish(TestKeys.set(
                RawJson.empty().with("kty", "\"EC\"").with("crv", "\"P-999\""),
                TestKeys.published(keyId, TestKeys.OTHER_RSA),
                RS256.published(),
                RS256.published(),
                ed25519));
        try (JwksKeys anew = JwksKeys.open(issuer.endpoint(), Egress.DIRECT, Tokens.CLOCK)) {
            TokenVerifier several = Verifiers.jwks(Tokens.POLICY, anew, Tokens.CLOCK);
            assertEquals(ALICE, several.verify(signed(RS256.header(), CLAIMS, RS256.signer())));
            assertEquals(ALICE, several.verify(signed(RS256.header().without("kid"), CLAIMS, RS256.signer())));
            assertRejected(
                    RefusalReason.SIGNATURE,
                    several,
                    signed(RS256.header(), CLAIMS, Signer.with(TestKeys.THIRD_RSA.getPrivate(), "SHA256withRSA")));
        }
    }

    private static RawJson another(String keyId) {
        return TestKeys.published(keyId, TestKeys.ec("secp256r1"));
    }

    private static Jwks jwks(RawJson... keys) {
        return Jwks.of(PublishedKeys.read(Tokens.utf8(TestKeys.set(keys))).orElseThrow());
    }

    private static long find(Jwks keys, RawJson header) {
        return keys.find(TokenHeader.read(
                        StrictJson.readObject(Tokens.utf8(header)), SignatureAlgorithm.ASYMMETRIC, false))
                .size();
    }
}
