package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.HEADER;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static io.omnibridge.adapters.http.jwt.Tokens.verifier;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.support.testing.RawJson;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAndScopesTest {

    @Test
    void the_client_is_the_authorized_party_or_else_the_client_id() {
        RawJson withClientId = CLAIMS.with("client_id", "\"cli\"");
        assertEquals(Optional.of(new ClientId("cli")), caller(withClientId).client());
        assertEquals(
                Optional.of(new ClientId("app")),
                caller(withClientId.with("azp", "\"app\"")).client());
    }

    @ParameterizedTest
    @Tag("J6")
    @ValueSource(strings = {"null", "\"\"", "1", "[\"app\"]", "{}", "\"a\\nb\""})
    void a_client_claim_that_is_not_a_client_id_is_rejected(String client) {
        assertRejected(RefusalReason.CLAIMS, verifier(), signed(HEADER, CLAIMS.with("azp", client)));
        assertRejected(
                RefusalReason.CLAIMS,
                verifier(),
                signed(HEADER, CLAIMS.with("azp", "\"app\"").with("client_id", client)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scope | \"accounts:read accounts:link\"",
                "scp   | \"accounts:link accounts:read\"",
                "scope | [\"accounts:link\",\"accounts:read\"]",
                "scp   | [\"accounts:read\",\"accounts:link\",\"accounts:read\"]"
            })
    void scopes_are_a_string_or_an_array(String claim, String value) {
        assertEquals(
                Set.of("accounts:read", "accounts:link"),
                caller(CLAIMS.with(claim, value)).scopes());
    }

    @Test
    void scope_takes_precedence_over_scp_and_may_be_empty() {
        RawJson withScp = CLAIMS.with("scp", "[\"accounts:link\"]");
        assertEquals(
                Set.of("data:read"),
                caller(withScp.with("scope", "\"data:read\"")).scopes());
        assertEquals(Set.of(), caller(withScp.with("scope", "\"\"")).scopes());
    }

    @ParameterizedTest
    @Tag("J6")
    @CsvSource(
            delimiter = '|',
            value = {
                "scope | null",
                "scope | 1",
                "scope | [[\"accounts:read\"]]",
                "scope | [\"accounts:read\",null]",
                "scope | \"accounts:read  accounts:link\"",
                "scope | \"a\\u0000b\"",
                "scp   | null",
                "scp   | {}",
                "scp   | [1]",
                "scp   | [\"accounts:read accounts:link\"]",
                "scp   | [\"\"]"
            })
    void scopes_of_another_type_or_syntax_are_rejected(String claim, String value) {
        assertRejected(RefusalReason.CLAIMS, verifier(), signed(HEADER, CLAIMS.with(claim, value)));
        assertRejected(
                RefusalReason.CLAIMS,
                verifier(),
                signed(HEADER, CLAIMS.with("scope", "\"data:read\"").with(claim, value)));
    }

    private static Caller caller(RawJson claims) {
        return verifier().verify(signed(HEADER, claims));
    }
}
