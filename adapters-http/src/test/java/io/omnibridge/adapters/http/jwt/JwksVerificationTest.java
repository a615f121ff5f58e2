package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.PublishedSigner.ES256;
import static io.omnibridge.adapters.http.jwt.PublishedSigner.RS256;
import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.testing.KeyServer;
import io.omnibridge.adapters.support.testing.RawJson;
import io.omnibridge.adapters.support.testing.TestKeys;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JwksVerificationTest {

    private final KeyServer issuer = new KeyServer(PublishedSigner.jwks());
    private final JwksKeys keys = JwksKeys.open(issuer.endpoint(), Egress.DIRECT, Tokens.CLOCK);
    private final TokenVerifier verifier = Verifiers.jwks(Tokens.POLICY, keys, Tokens.CLOCK);

    @AfterAll
    void close() {
        keys.close();
        issuer.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_token_of_every_configured_algorithm_is_accepted(PublishedSigner signer) {
        assertEquals(ALICE, verifier.verify(signer.sign(CLAIMS)));
    }

    @Test
    @Tag("J1")
    void a_public_key_is_not_accepted_as_a_shared_secret() {
        for (byte[] secret : new byte[][] {
            TestKeys.RSA.getPublic().getEncoded(),
            Base64.getMimeEncoder().encode(TestKeys.RSA.getPublic().getEncoded()),
            Tokens.utf8(RS256.published())
        }) {
            assertRejected(
                    RefusalReason.ALGORITHM,
                    verifier,
                    signed(RS256.header().with("alg", "\"HS256\""), CLAIMS, Signer.hmac(secret)));
        }
    }

    @ParameterizedTest
    @Tag("J1")
    @ValueSource(strings = {"none", "None", "HS256", "HS512", "PS256", "rs256", "ES256K", "EdDSA", "RSA-OAEP", ""})
    void another_algorithm_is_rejected(String algorithm) {
        assertRejected(
                RefusalReason.ALGORITHM,
                verifier,
                signed(RS256.header().with("alg", '"' + algorithm + '"'), CLAIMS, RS256.signer()));
    }

    @ParameterizedTest
    @Tag("J1")
    @CsvSource({"ES256, RS256", "RS256, ES256", "ES384, RS512"})
    void a_key_of_another_type_is_not_the_tokens_key(PublishedSigner named, PublishedSigner signing) {
        RawJson header = signing.header()
                .with("kid", String.valueOf(named.header().members().get("kid")));
        assertRejected(RefusalReason.UNKNOWN_KEY, verifier, signed(header, CLAIMS, signing.signer()));
    }

    @Test
    @Tag("J1")
    void a_key_of_another_curve_is_not_the_tokens_key() {
        RawJson header = ES256.header().with("kid", "\"p-384\"");
        assertRejected(RefusalReason.UNKNOWN_KEY, verifier, signed(header, CLAIMS, ES256.signer()));
    }

    @ParameterizedTest
    @Tag("J2")
    @EnumSource(names = {"RS256", "ES256"})
    void a_token_with_any_character_changed_is_rejected(PublishedSigner signer) {
        String token = signer.sign(CLAIMS);
        assertEquals(ALICE, verifier.verify(token));
        for (int i = 0; i < token.length(); i++) {
            StringBuilder changed = new StringBuilder(token);
            changed.setCharAt(i, token.charAt(i) == 'A' ? 'B' : 'A');
            if (!changed.toString().equals(token)) {
                assertRejected(verifier, changed.toString());
            }
        }
    }

    @Test
    @Tag("J2")
    void an_ecdsa_signature_in_asn_1_is_rejected() {
        Signer der = Signer.with(TestKeys.P256.getPrivate(), "SHA256withECDSA");
        assertRejected(RefusalReason.SIGNATURE, verifier, signed(ES256.header(), CLAIMS, der));
    }

    @Test
    @Tag("J2")
    void degenerate_ecdsa_signatures_are_rejected() {
        BigInteger order = ((ECPublicKey) TestKeys.P256.getPublic()).getParams().getOrder();
        BigInteger highest = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        for (BigInteger r : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE, order, highest}) {
            for (BigInteger s : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE, order, highest}) {
                byte[] signature = new byte[64];
                copy(r, signature, 0);
                copy(s, signature, 32);
                assertRejected(RefusalReason.SIGNATURE, verifier, signed(ES256.header(), CLAIMS, input -> signature));
            }
        }
    }

    @ParameterizedTest
    @Tag("J2")
    @ValueSource(ints = {1, 63, 65, 96, 128, 256})
    void a_signature_of_another_length_is_rejected(int length) {
        Stream.of(PublishedSigner.values())
                .forEach(s -> assertRejected(
                        RefusalReason.SIGNATURE, verifier, signed(s.header(), CLAIMS, input -> new byte[length])));
    }

    private static void copy(BigInteger number, byte[] target, int offset) {
        byte[] padded =
                Base64.getUrlDecoder().decode(TestKeys.number(number, 32).replace("\"", ""));
        System.arraycopy(padded, 0, target, offset, 32);
    }
}
