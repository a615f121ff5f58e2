package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.HEADER;
import static io.omnibridge.adapters.http.jwt.Tokens.POLICY;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens whose audience is the route of agents. */
@Tag("N2")
class AgentAudienceTest {

    private static final String AGENTS = "https://bridge.example/mcp";

    private final TokenVerifier verifier = Tokens.verifier(POLICY.withAgentAudience(AGENTS));

    private static String tokenFor(String audience) {
        return signed(HEADER, CLAIMS.with("aud", audience));
    }

    @Test
    void a_token_for_agents_is_accepted_for_agents_alone() {
        String token = tokenFor("\"" + AGENTS + "\"");

        assertRejected(RefusalReason.AUDIENCE, verifier, token);
        assertEquals(ALICE, verifier.verifyAgent(token));
    }

    @Test
    void the_cache_keeps_which_audience_matched() {
        String token = tokenFor("[\"" + AGENTS + "\",\"other\"]");
        verifier.verifyAgent(token);
        verifier.verifyAgent(token);

        assertRejected(RefusalReason.AUDIENCE, verifier, token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"omnibridge\"", "[\"omnibridge\",\"https://bridge.example/mcp\"]"})
    void a_token_for_the_service_is_accepted_for_agents_too(String audience) {
        String token = tokenFor(audience);

        assertEquals(ALICE, verifier.verify(token));
        assertEquals(ALICE, verifier.verifyAgent(token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://bridge.example\"",
                "\"https://bridge.example/mcp/\"",
                "\"https://bridge.example/MCP\"",
                "\"https://other.example/mcp\"",
                "[]"
            })
    void another_audience_is_accepted_nowhere(String audience) {
        String token = tokenFor(audience);

        assertRejected(RefusalReason.AUDIENCE, verifier, token);
        assertThrows(InvalidToken.class, () -> verifier.verifyAgent(token));
    }

    @Test
    void without_an_audience_of_agents_such_a_token_is_accepted_nowhere() {
        TokenVerifier other = Tokens.verifier();

        assertThrows(InvalidToken.class, () -> other.verifyAgent(tokenFor("\"" + AGENTS + "\"")));
    }
}
