package io.omnibridge.adapters.support.jwks;

import static io.omnibridge.adapters.support.testing.TestKeys.P256;
import static io.omnibridge.adapters.support.testing.TestKeys.RSA;
import static io.omnibridge.adapters.support.testing.TestKeys.published;
import static io.omnibridge.adapters.support.testing.TestKeys.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWK;
import io.omnibridge.adapters.support.testing.RawJson;
import io.omnibridge.adapters.support.testing.TestKeys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which published keys are read. An unusable key is skipped alone: the P-256 key beside it always stays. */
class PublishedKeysTest {

    private static final RawJson GOOD = published("good", P256);
    private static final RawJson KEY = published("key", RSA);
    private static final RawJson EC_KEY = published("key", TestKeys.ec("secp256r1"));

    @Test
    void a_set_may_be_empty() {
        assertEquals(Optional.of(List.of()), read(set()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":null}",
                "{\"keys\":[],\"keys\":[]}",
                "{\"keys\":[]} x"
            })
    void text_that_is_not_a_key_set_is_not_read_as_an_empty_one(String text) {
        assertTrue(read(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "1",
                "\"key\"",
                "[]",
                "{}",
                "{\"kty\":\"EC\",\"crv\":\"P-999\",\"x\":\"AQ\",\"y\":\"AQ\"}",
                "{\"kty\":\"RSA\",\"e\":\"AQAB\"}",
                "{\"kty\":\"AKP\",\"alg\":\"ML-DSA-44\",\"pub\":\"AQ\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQ\"}",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AQ\"}",
                "{\"kid\":\"\\ud800\"}",
                "{\"iat\":1e99999999999}",
                "{\"iat\":99999999999999999999999999999999999999999999999999999999999999999999999999}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    @Tag("T23")
    void an_element_that_is_not_a_key_is_skipped(String element) {
        assertEquals(
                1,
                read("{\"keys\":[" + element + "," + GOOD + "]}").orElseThrow().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use     | \"sig\"",
                "alg     | \"RS256\"",
                "alg     | \"PS256\"",
                "key_ops | [\"verify\"]",
                "key_ops | [\"sign\",\"verify\"]",
                "x5u     | 5",
                "x5c     | \"no list\"",
                "e       | \"AQAB=\"",
                "ext     | {\"anything\":[]}"
            })
    void a_key_for_verifying_is_read(String member, String value) {
        assertRead(KEY.with(member, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use     | \"enc\"",
                "use     | null",
                "use     | [\"sig\"]",
                "alg     | 256",
                "key_ops | [\"encrypt\",\"wrapKey\"]",
                "key_ops | []",
                "key_ops | \"verify\"",
                "key_ops | null"
            })
    void a_key_for_another_purpose_is_skipped(String member, String value) {
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
                "e   | \"AQ*AB\"",
                "e   | \"AQ=AB\"",
                "d   | \"AQAB\"",
                "p   | \"AQAB\"",
                "k   | \"AQAB\""
            })
    void a_malformed_key_or_one_with_its_private_part_is_skipped(String member, String value) {
        assertSkipped(KEY.with(member, value));
    }

    @Test
    @Tag("T27")
    void an_ed25519_key_is_read() {
        RawJson key = RawJson.empty()
                .with("kid", "\"key\"")
                .with("kty", "\"OKP\"")
                .with("crv", "\"Ed25519\"")
                .with("x", "\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"");
        assertRead(key);
        assertSkipped(key.with("crv", "\"Ed448\""));
        assertSkipped(key.with("d", "\"AQAB\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kty", "n", "e"})
    void an_incomplete_rsa_key_is_skipped(String member) {
        assertSkipped(KEY.without(member));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kty", "crv", "x", "y"})
    void an_incomplete_ec_key_is_skipped(String member) {
        assertRead(EC_KEY);
        assertSkipped(EC_KEY.without(member));
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
        assertSkipped(EC_KEY.with(member, value));
    }

    @Test
    void a_coordinate_beyond_the_field_is_skipped() {
        ECPublicKey key = (ECPublicKey) P256.getPublic();
        BigInteger field = ((ECFieldFp) key.getParams().getCurve().getField()).getP();

        assertSkipped(published("key", P256)
                .with("x", TestKeys.number(key.getW().getAffineX().add(field), 32)));
        assertSkipped(published("key", P256)
                .with("y", TestKeys.number(key.getW().getAffineY().add(field), 32)));
    }

    @Test
    @Tag("J13")
    void an_rsa_key_has_2048_to_8192_bits() {
        assertSkipped(published("key", TestKeys.WEAK_RSA));
        assertSkipped(ofBits(2047));
        assertRead(ofBits(2048));
        assertRead(ofBits(8192));
        assertSkipped(ofBits(8193));
    }

    private static RawJson ofBits(int bits) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        return TestKeys.rsa(KEY, modulus, ((RSAPublicKey) RSA.getPublic()).getPublicExponent());
    }

    private static void assertRead(RawJson key) {
        assertEquals(List.of("good", "key"), keyIds(key));
    }

    private static void assertSkipped(RawJson key) {
        assertEquals(List.of("good"), keyIds(key));
    }

    private static List<String> keyIds(RawJson key) {
        return read(set(GOOD, key)).orElseThrow().stream().map(JWK::getKeyID).toList();
    }

    private static Optional<List<JWK>> read(String text) {
        return PublishedKeys.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
