package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.HEADER;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.base64;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static io.omnibridge.adapters.http.jwt.Tokens.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmacVerificationTest {

    private final TokenVerifier verifier = Tokens.verifier();

    @Test
    void a_valid_token_returns_its_user() {
        assertEquals(ALICE, verifier.verify(signed(HEADER, CLAIMS)));
    }

    @Test
    void a_verified_token_is_cached() {
        String token = signed(HEADER, CLAIMS);
        assertSame(verifier.verify(token), verifier.verify(token));
    }

    @ParameterizedTest
    @Tag("J1")
    @ValueSource(
            strings = {
                "none", "None", "NONE", "", "hs256", "HS256 ", "HS384", "HS512", "RS256", "ES256", "PS256", "EdDSA"
            })
    void another_algorithm_is_rejected(String algorithm) {
        assertRejected(RefusalReason.ALGORITHM, verifier, signed(HEADER.with("alg", '"' + algorithm + '"'), CLAIMS));
    }

    @ParameterizedTest
    @Tag("J1")
    @ValueSource(strings = {"null", "256", "true", "[\"HS256\"]", "{}"})
    void an_algorithm_that_is_not_a_string_is_rejected(String algorithm) {
        assertRejected(RefusalReason.ALGORITHM, verifier, signed(HEADER.with("alg", algorithm), CLAIMS));
    }

    @Test
    @Tag("J1")
    void a_token_without_algorithm_or_without_signature_is_rejected() {
        assertRejected(RefusalReason.ALGORITHM, verifier, signed(HEADER.without("alg"), CLAIMS));
        String unsigned = base64(utf8("{\"alg\":\"none\"}")) + "." + base64(utf8(CLAIMS)) + ".";
        assertRejected(RefusalReason.MALFORMED, verifier, unsigned);
    }

    @Test
    @Tag("J2")
    void a_token_that_another_secret_signed_is_rejected() {
        Signer stranger = Signer.hmac("another secret, of the same length");
        assertRejected(RefusalReason.SIGNATURE, verifier, signed(HEADER, CLAIMS, stranger));
    }

    @Test
    @Tag("J2")
    void a_signature_cut_short_or_prolonged_is_rejected() {
        String input = signed(HEADER, CLAIMS);
        String unsigned = input.substring(0, input.lastIndexOf('.') + 1);
        for (int length : new int[] {1, 16, 31, 33, 64}) {
            assertRejected(RefusalReason.SIGNATURE, verifier, unsigned + base64(new byte[length]));
        }
    }

    @Test
    @Tag("J2")
    void a_token_with_any_character_changed_is_rejected() {
        assertEveryChangeRejected(signed(HEADER.with("kid", "\"k1\""), CLAIMS));
    }

    @Test
    @Tag("J2")
    void a_cached_token_with_any_character_changed_is_rejected() {
        String token = signed(HEADER, CLAIMS);
        assertEquals(ALICE, verifier.verify(token));
        assertEveryChangeRejected(token);
    }

    private void assertEveryChangeRejected(String token) {
        for (int i = 0; i < token.length(); i++) {
            for (int bit = 0; bit < 8; bit++) {
                StringBuilder changed = new StringBuilder(token);
                changed.setCharAt(i, (char) (token.charAt(i) ^ 1 << bit));
                assertRejected(verifier, changed.toString());
            }
        }
    }
}
