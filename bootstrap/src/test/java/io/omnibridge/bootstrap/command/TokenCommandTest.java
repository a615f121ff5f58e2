package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest extends CommandLineFixture {

    @Test
    void a_token_names_the_user_and_lives_as_long_as_requested() throws IOException {
        assertEquals(0, run(SETTINGS, "token", "--user", "älice", "--ttl", "90s"));
        JsonNode claims = claims();

        assertEquals("älice", claims.path("sub").asText());
        assertEquals("omnibridge", claims.path("aud").asText());
        assertEquals(90, claims.path("exp").asLong() - claims.path("iat").asLong());
    }

    @ParameterizedTest
    @CsvSource({
        "'', accounts:read accounts:link accounts:connect data:read leases:write",
        "accounts:read, accounts:read"
    })
    void a_token_has_all_scopes_or_the_requested_ones(String requested, String scope) throws IOException {
        String[] arguments = requested.isEmpty()
                ? new String[] {"token", "--user", "alice"}
                : new String[] {"token", "--user", "alice", "--scope", requested};

        assertEquals(0, run(SETTINGS, arguments));
        assertEquals(scope, claims().path("scope").asText());
    }

    @Test
    void an_invalid_scope_is_rejected_by_the_name_of_its_option() {
        assertEquals(2, run(SETTINGS, "token", "--user", "alice", "--scope", "a\"b"));
        assertTrue(err.toString().startsWith("--scope must be 1 to 255"), err::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1h, --user must",
        "' x', 1h, --user must",
        "'a\tb', 1h, --user must",
        "alice, 999ms, --ttl must be from 1s to 86400s",
        "alice, 25h, --ttl must be from 1s to 86400s",
        "alice, soon, --ttl must be a number with its unit"
    })
    void an_invalid_value_is_rejected_by_the_name_of_its_option(String user, String ttl, String problem) {
        assertEquals(2, run(SETTINGS, "token", "--user", user, "--ttl", ttl));
        assertTrue(err.toString().startsWith(problem), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void no_token_is_signed_without_a_secret() {
        Map<String, String> published = new HashMap<>(SETTINGS);
        published.remove("OMNIBRIDGE_JWT_SECRET");
        published.put("OMNIBRIDGE_JWKS_URL", "https://issuer.example/jwks.json");

        assertEquals(2, run(published, "token", "--user", "alice"));
        assertEquals(
                "The configuration cannot be used:\n  OMNIBRIDGE_JWT_SECRET is required to sign a token\n",
                err.toString().replace("\r", ""));
    }
}
