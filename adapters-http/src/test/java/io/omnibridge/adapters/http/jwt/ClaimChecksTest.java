package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.HEADER;
import static io.omnibridge.adapters.http.jwt.Tokens.POLICY;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static io.omnibridge.adapters.http.jwt.Tokens.verifier;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimChecksTest {

    private static final List<String> REQUIRED = List.of("iss", "aud", "sub", "exp");

    static Stream<Arguments> wrongValues() {
        Stream<String> values = Stream.of("null", "\"\"", "[]", "{}", "[1]", "[null]", "[[]]", "true", "-1", "1e300");
        return values.flatMap(value -> REQUIRED.stream().map(claim -> Arguments.of(claim, value)));
    }

    @ParameterizedTest
    @Tag("J6")
    @MethodSource("wrongValues")
    void a_required_claim_of_a_wrong_type_or_empty_is_rejected(String claim, String value) {
        assertRejected(reasonWithout(claim), verifier(), signed(HEADER, CLAIMS.with(claim, value)));
    }

    @ParameterizedTest
    @Tag("J6")
    @ValueSource(strings = {"iss", "aud", "sub", "exp"})
    void a_missing_required_claim_is_rejected(String claim) {
        assertRejected(reasonWithout(claim), verifier(), signed(HEADER, CLAIMS.without(claim)));
    }

    @ParameterizedTest
    @Tag("J6")
    @ValueSource(
            strings = {
                "\"https://issuer.example/\"",
                "\"https://ISSUER.example\"",
                "\"https://issuer.exampl\"",
                "[\"https://issuer.example\"]"
            })
    void another_issuer_is_rejected(String issuer) {
        assertRejected(RefusalReason.ISSUER, verifier(), signed(HEADER, CLAIMS.with("iss", issuer)));
    }

    @ParameterizedTest
    @Tag("J6")
    @ValueSource(strings = {"[\"omnibridge\"]", "[\"other\",\"omnibridge\"]"})
    void an_audience_may_be_one_of_several(String audience) {
        assertEquals(ALICE, verifier().verify(signed(HEADER, CLAIMS.with("aud", audience))));
    }

    @ParameterizedTest
    @Tag("J6")
    @ValueSource(
            strings = {
                "\"other\"",
                "[\"other\"]",
                "\"omnibridge other\"",
                "[\"omnibridge\",1]",
                "[\"omnibridge\",null]",
                "[[\"omnibridge\"]]",
                "{\"omnibridge\":true}"
            })
    void another_audience_is_rejected(String audience) {
        assertRejected(RefusalReason.AUDIENCE, verifier(), signed(HEADER, CLAIMS.with("aud", audience)));
    }

    @ParameterizedTest
    @Tag("J6")
    @ValueSource(strings = {"\" alice\"", "\"alice \"", "\" \"", "\"a\\u0000b\"", "\"a\\nb\"", "123", "[\"alice\"]"})
    void a_user_claim_that_is_not_a_user_id_is_rejected(String user) {
        assertRejected(RefusalReason.USER, verifier(), signed(HEADER, CLAIMS.with("sub", user)));
    }

    @Test
    @Tag("J6")
    void another_claim_can_name_the_user_instead_of_sub() {
        TokenVerifier verifier = verifier(new JwtPolicy(
                POLICY.issuer(), POLICY.audience(), "https://issuer.example/uid", POLICY.leeway(), false, true));
        String token = signed(HEADER, CLAIMS.with("https://issuer.example/uid", "\"bob\""));
        assertEquals(new UserId("bob"), verifier.verify(token).user());
        assertRejected(RefusalReason.USER, verifier, signed(HEADER, CLAIMS));
    }

    @ParameterizedTest
    @Tag("J6")
    @ValueSource(
            strings = {
                "\"1800000060\"",
                "1e30",
                "253402300800",
                "-0.5",
                "1e999999999",
                "1E+2147483647",
                "true",
                "[1800000060]"
            })
    void an_instant_that_is_not_a_number_in_range_is_rejected(String instant) {
        for (String claim : new String[] {"exp", "nbf", "iat"}) {
            assertRejected(RefusalReason.CLAIMS, verifier(), signed(HEADER, CLAIMS.with(claim, instant)));
        }
    }

    @ParameterizedTest
    @Tag("J6")
    @ValueSource(strings = {"1.80000006e9", "1800000060.9", "253402300799", "18000000600E-1"})
    void an_instant_may_be_written_as_any_json_number(String instant) {
        assertEquals(ALICE, verifier().verify(signed(HEADER, CLAIMS.with("exp", instant))));
    }

    @ParameterizedTest
    @Tag("J14")
    @ValueSource(strings = {"{\"jkt\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I\"}", "{}", "null", "\"\""})
    void a_token_that_is_bound_to_a_key_is_not_a_bearer_token(String confirmation) {
        assertRejected(RefusalReason.CONFIRMATION, verifier(), signed(HEADER, CLAIMS.with("cnf", confirmation)));
    }

    private static RefusalReason reasonWithout(String claim) {
        return switch (claim) {
            case "iss" -> RefusalReason.ISSUER;
            case "aud" -> RefusalReason.AUDIENCE;
            case "sub" -> RefusalReason.USER;
            default -> RefusalReason.CLAIMS;
        };
    }
}
