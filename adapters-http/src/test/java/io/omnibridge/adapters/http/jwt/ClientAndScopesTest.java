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
import io.omnibridge.domain.identity.Permission;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        assertRejected(RefusalReason.CLAIMS, verifier(), signed(HEADER, CLAIMS.with("client_id", client)));
    }

    @ParameterizedTest
    @Tag("T26")
    @ValueSource(strings = {"null", "\"\"", "1", "[\"app\"]", "{}", "\"a\\nb\""})
    void a_client_id_beside_azp_is_not_checked(String client) {
        assertEquals(
                Optional.of(new ClientId("app")),
                caller(CLAIMS.with("azp", "\"app\"").with("client_id", client)).client());
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
                Set.of(
                        Permission.READ_ACCOUNTS,
                        Permission.READ_AUDIT,
                        Permission.LINK_ACCOUNT,
                        Permission.UNLINK_ACCOUNT),
                caller(CLAIMS.with(claim, value)).permissions());
    }

    @Test
    void scope_takes_precedence_over_scp_and_may_be_empty() {
        RawJson withScp = CLAIMS.with("scp", "[\"accounts:link\"]");
        assertEquals(
                Set.of(Permission.READ_DATA),
                caller(withScp.with("scope", "\"data:read\"")).permissions());
        assertEquals(Set.of(), caller(withScp.with("scope", "\"\"")).permissions());
    }

    @ParameterizedTest
    @Tag("T26")
    @CsvSource(
            delimiter = '|',
            value = {
                "scope | null",
                "scope | 1",
                "scope | {}",
                "scope | \"\"",
                "scope | \" \"",
                "scope | [[\"accounts:read\"]]",
                "scp   | null",
                "scp   | {\"accounts:read\": true}",
                "scp   | [1]",
                "scp   | [\"accounts:read accounts:link\"]",
                "scope | \"accounts:read,accounts:link\"",
                "scope | \"ACCOUNTS:READ\""
            })
    void a_scope_claim_that_cannot_be_read_is_accepted_and_gives_no_permission(String claim, String value) {
        assertEquals(Set.of(), caller(CLAIMS.with(claim, value)).permissions());
    }

    @ParameterizedTest
    @Tag("T26")
    @CsvSource(
            delimiter = '|',
            value = {
                "scope | \"accounts:read  accounts:link\"",
                "scope | \" accounts:read accounts:link \"",
                "scope | \"accounts:read\\taccounts:link\\n\"",
                "scp   | \"accounts:read accounts:link \"",
                "scp   | [\"accounts:read\", null, \"accounts:link\", 1]"
            })
    void scopes_may_have_any_blanks_between_them(String claim, String value) {
        assertEquals(
                Set.of(
                        Permission.READ_ACCOUNTS,
                        Permission.READ_AUDIT,
                        Permission.LINK_ACCOUNT,
                        Permission.UNLINK_ACCOUNT),
                caller(CLAIMS.with(claim, value)).permissions());
    }

    @Test
    @Tag("T26")
    void of_very_many_scopes_those_that_give_a_permission_remain() {
        String many = "s accounts:read "
                + IntStream.range(0, 300).mapToObj(i -> "s" + i).collect(Collectors.joining(" "));
        assertEquals(
                Set.of(Permission.READ_ACCOUNTS, Permission.READ_AUDIT),
                caller(CLAIMS.with("scope", '"' + many + '"')).permissions());
    }

    private static Caller caller(RawJson claims) {
        return verifier().verify(signed(HEADER, claims));
    }
}
