package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.HEADER;
import static io.omnibridge.adapters.http.jwt.Tokens.POLICY;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static io.omnibridge.adapters.http.jwt.Tokens.verifier;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHeaderTest {

    private static final JwtPolicy AT_JWT =
            new JwtPolicy(POLICY.issuer(), POLICY.audience(), POLICY.userClaim(), POLICY.leeway(), true, true);

    @ParameterizedTest
    @Tag("J5")
    @CsvSource(
            delimiter = '|',
            value = {"crit | [\"exp\"]", "crit | [\"b64\"]", "crit | []", "crit | null", "b64 | false", "b64 | true"})
    void an_extension_is_rejected(String member, String value) {
        assertRejected(RefusalReason.CRITICAL, verifier(), signed(HEADER.with(member, value), CLAIMS));
    }

    @ParameterizedTest
    @Tag("J7")
    @ValueSource(
            strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt", "application/jwt", "Application/At+Jwt"})
    void a_type_of_jwt_is_accepted_in_any_spelling(String type) {
        assertEquals(ALICE, verifier().verify(signed(HEADER.with("typ", '"' + type + '"'), CLAIMS)));
    }

    @ParameterizedTest
    @Tag("J7")
    @ValueSource(
            strings = {
                "\"\"",
                "\"JWE\"",
                "\"jose\"",
                "\"logout+jwt\"",
                "\"dpop+jwt\"",
                "\"id+jwt\"",
                "\" JWT\"",
                "\"text/jwt\"",
                "\"application/application/jwt\"",
                "null",
                "1",
                "[\"JWT\"]",
                "{}"
            })
    void another_kind_of_token_is_rejected(String type) {
        assertRejected(RefusalReason.TYPE, verifier(), signed(HEADER.with("typ", type), CLAIMS));
    }

    @ParameterizedTest
    @Tag("J7")
    @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt"})
    void an_access_token_is_accepted_where_one_is_required(String type) {
        assertEquals(ALICE, verifier(AT_JWT).verify(signed(HEADER.with("typ", '"' + type + '"'), CLAIMS)));
    }

    @Test
    @Tag("J7")
    void an_id_token_is_rejected_where_an_access_token_is_required() {
        assertRejected(RefusalReason.TYPE, verifier(AT_JWT), signed(HEADER, CLAIMS));
        assertRejected(RefusalReason.TYPE, verifier(AT_JWT), signed(HEADER.with("typ", "\"JWT\""), CLAIMS));
    }

    @ParameterizedTest
    @Tag("J4")
    @ValueSource(
            strings = {"", "../../etc/passwd", "' or 1=1 --", "https://mallory.example/keys", "\\u0000", "${jndi:x}"})
    void a_key_id_is_ignored_with_a_shared_secret(String keyId) {
        assertEquals(ALICE, verifier().verify(signed(HEADER.with("kid", '"' + keyId + '"'), CLAIMS)));
    }

    @ParameterizedTest
    @Tag("J4")
    @ValueSource(strings = {"null", "1", "[\"k\"]", "{\"k\":1}", "true"})
    void a_key_id_that_is_not_a_string_is_rejected(String keyId) {
        assertRejected(RefusalReason.MALFORMED, verifier(), signed(HEADER.with("kid", keyId), CLAIMS));
    }

    @Test
    @Tag("J4")
    void a_key_id_is_at_most_255_characters_long() {
        String longest = '"' + "k".repeat(255) + '"';
        assertEquals(ALICE, verifier().verify(signed(HEADER.with("kid", longest), CLAIMS)));
        assertRejected(
                RefusalReason.MALFORMED, verifier(), signed(HEADER.with("kid", '"' + "k".repeat(256) + '"'), CLAIMS));
    }
}
