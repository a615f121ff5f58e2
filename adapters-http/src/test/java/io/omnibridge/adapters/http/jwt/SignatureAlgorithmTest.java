package io.omnibridge.adapters.http.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureAlgorithmTest {

    @ParameterizedTest
    @Tag("J2")
    @CsvSource({"HS256, 32", "ES256, 64", "ES384, 96", "ES512, 132"})
    void a_signature_has_one_length(SignatureAlgorithm algorithm, int length) {
        assertEquals(
                length, IntStream.range(0, 1000).filter(algorithm::signsWith).sum());
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "RS384", "RS512"})
    void an_rsa_signature_is_as_long_as_its_key(SignatureAlgorithm algorithm) {
        assertTrue(algorithm.signsWith(256) && algorithm.signsWith(512));
    }
}
