package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.HEADER;
import static io.omnibridge.adapters.http.jwt.Tokens.SIGNER;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static io.omnibridge.adapters.http.jwt.Tokens.utf8;
import static io.omnibridge.adapters.http.jwt.Tokens.verifier;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of header and payload: one object with one reading. */
@Tag("J9")
class TokenJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":1}{}",
                "/**/{}"
            })
    void a_payload_that_is_not_a_json_object_is_rejected(String payload) {
        Tokens.assertRejected(verifier(), signed(HEADER, payload));
        Tokens.assertRejected(verifier(), signed(payload, CLAIMS));
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", "{}", "[]", ",", "}", "\0", "//", "\uFEFF"})
    void nothing_may_follow_or_precede_the_object(String junk) {
        assertMalformed(signed(HEADER, CLAIMS + junk));
        assertMalformed(signed(HEADER + junk, CLAIMS));
        assertMalformed(signed(HEADER, junk + CLAIMS));
    }

    @Test
    void a_member_may_be_given_once_at_every_level() {
        assertMalformed(signed(HEADER, CLAIMS.with("\\u0073ub", "\"mallory\"")));
        assertMalformed(
                signed(HEADER, "{\"sub\":\"mallory\"," + CLAIMS.toString().substring(1)));
        assertMalformed(signed(HEADER, CLAIMS.with("nested", "[{\"a\":{\"b\":1,\"b\":1}}]")));
        assertMalformed(signed("{\"alg\":\"HS256\"," + HEADER.toString().substring(1), CLAIMS));
    }

    @Test
    @Tag("Z2")
    void an_unpaired_surrogate_is_rejected_in_every_place() {
        assertMalformed(signed(HEADER, CLAIMS.with("sub", "\"\\ud800\"")));
        assertMalformed(signed(HEADER, CLAIMS.with("azp", "\"\\udc00\"")));
        assertMalformed(signed(HEADER.with("\\ud800", "1"), CLAIMS));
    }

    @Test
    void only_utf_8_is_read() {
        byte[] invalid = utf8(CLAIMS.with("name", "\"?\""));
        invalid[invalid.length - 3] = (byte) 0xC0;
        assertMalformed(signed(utf8(HEADER), invalid, SIGNER));
        assertMalformed(signed(utf8(HEADER), CLAIMS.toString().getBytes(UTF_16LE), SIGNER));
        assertMalformed(signed(HEADER.toString().getBytes(UTF_16BE), utf8(CLAIMS), SIGNER));
    }

    @Test
    void nesting_and_numbers_are_bounded() {
        assertMalformed(signed(HEADER, CLAIMS.with("deep", "[".repeat(2000) + "]".repeat(2000))));
        assertMalformed(signed(HEADER, CLAIMS.with("deep", "[".repeat(32) + "]".repeat(32))));
        assertMalformed(signed(HEADER, CLAIMS.with("long", "1".repeat(65))));
        assertEquals(Tokens.ALICE, verifier().verify(signed(HEADER, CLAIMS.with("long", "1".repeat(64)))));
    }

    @Test
    void a_number_out_of_every_range_is_rejected() {
        assertMalformed(signed(HEADER, CLAIMS.with("nbf", "0.1e99999999999999999999")));
    }

    private static void assertMalformed(String token) {
        assertRejected(RefusalReason.MALFORMED, verifier(), token);
    }
}
