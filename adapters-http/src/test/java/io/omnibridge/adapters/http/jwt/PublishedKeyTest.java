package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Keys.P256;
import static io.omnibridge.adapters.http.jwt.Keys.RSA;
import static io.omnibridge.adapters.http.jwt.Keys.published;
import static io.omnibridge.adapters.http.jwt.Keys.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which published keys are used. A key that is not is skipped alone: the P-256 key beside it always stays. */
class PublishedKeyTest {

    private static final RawJson GOOD = published("good", P256);
    private static final RawJson KEY = published("key", RSA);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use     | \"sig\"",
                "alg     | \"RS256\"",
                "key_ops | [\"verify\"]",
                "key_ops | [\"sign\",\"verify\"]",
                "x5u     | 5",
                "x5c     | \"no list\"",
                "ext     | {\"anything\":[]}"
            })
    void a_key_for_verifying_is_used(String member, String value) {
        assertUsed(KEY.with(member, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use     | \"enc\"",
                "use     | null",
                "use     | [\"sig\"]",
                "alg     | \"RSA-OAEP\"",
                "alg     | \"PS256\"",
                "alg     | \"ES256\"",
                "alg     | \"HS256\"",
                "alg     | 256",
                "key_ops | [\"encrypt\",\"wrapKey\"]",
                "key_ops | []",
                "key_ops | \"verify\"",
                "key_ops | null"
            })
    void a_key_for_something_else_is_skipped(String member, String value) {
        assertSkipped(KEY.with(member, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kty | \"rsa\"",
                "kty | \"oct\"",
                "kty | \"OKP\"",
                "kty | \"EC\"",
                "kty | null",
                "kid | 1",
                "n   | \"\"",
                "n   | \"AA\"",
                "n   | \"***\"",
                "n   | 3",
                "e   | \"\"",
                "e   | \"AQ\"",
                "e   | \"AA\"",
                "d   | \"AQAB\""
            })
    void a_malformed_or_revealed_key_is_skipped(String member, String value) {
        assertSkipped(KEY.with(member, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kty", "n", "e"})
    void an_incomplete_key_is_skipped(String member) {
        assertSkipped(KEY.without(member));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crv | \"P-384\"",
                "crv | \"secp256k1\"",
                "crv | \"P-192\"",
                "crv | null",
                "x   | \"\"",
                "x   | \"AQ\"",
                "y   | \"AQ\"",
                "y   | \"!\"",
                "d   | \"AQ\""
            })
    void a_point_that_is_not_on_its_curve_is_skipped(String member, String value) {
        assertSkipped(published("key", Keys.ec("secp256r1")).with(member, value));
    }

    @Test
    @Tag("J13")
    void an_rsa_key_has_2048_to_8192_bits() {
        assertSkipped(published("key", Keys.rsa(1024)));
        assertSkipped(ofBits(2047));
        assertUsed(ofBits(2048));
        assertUsed(ofBits(8192));
        assertSkipped(ofBits(8193));
    }

    @Test
    @Tag("J1")
    void an_algorithm_beside_the_key_is_its_only_one() {
        assertEquals(
                Set.of(SignatureAlgorithm.RS384),
                usable(KEY.with("alg", "\"RS384\"")).get(1).algorithms());
        assertEquals(SignatureAlgorithm.RSA, usable(KEY).get(1).algorithms());
        assertEquals(Set.of(SignatureAlgorithm.ES256), usable(KEY).get(0).algorithms());
    }

    private static RawJson ofBits(int bits) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        return Keys.rsa(KEY, modulus, ((RSAPublicKey) RSA.getPublic()).getPublicExponent());
    }

    private static void assertUsed(RawJson key) {
        assertEquals(2, usable(key).size());
    }

    private static void assertSkipped(RawJson key) {
        assertEquals(1, usable(key).size());
    }

    private static List<VerificationKey> usable(RawJson key) {
        return Jwks.parse(Tokens.utf8(set(GOOD, key))).orElseThrow().keys();
    }
}
