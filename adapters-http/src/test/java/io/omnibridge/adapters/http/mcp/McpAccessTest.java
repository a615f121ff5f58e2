package io.omnibridge.adapters.http.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestSetup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call, and what an OAuth client learns. */
class McpAccessTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String METADATA =
            "resource_metadata=\"https://bridge.example/base/.well-known/oauth-protected-resource/mcp\"";

    @RegisterExtension
    static final TestApi PUBLIC =
            TestSetup.DEFAULT.withPublicUrl("https://bridge.example/base").api();

    @RegisterExtension
    static final TestApi LOCAL = TestApi.standard();

    private static String challenge(String token, int status, String code) {
        return PUBLIC.call("POST", "/mcp")
                .as(token)
                .json(PING)
                .send()
                .isProblem(status, code)
                .header("www-authenticate");
    }

    @Test
    void a_client_without_a_token_learns_the_metadata_and_the_scope() {
        assertEquals(
                "Bearer realm=\"omnibridge\", " + METADATA + ", scope=\"data:read\"",
                PUBLIC.call("POST", "/mcp")
                        .json(PING)
                        .send()
                        .isProblem(401, "unauthenticated")
                        .header("www-authenticate"));
    }

    @Test
    void a_client_with_a_bad_token_learns_the_metadata() {
        assertEquals(
                "Bearer realm=\"omnibridge\", " + METADATA + ", error=\"invalid_token\"",
                challenge("refused+EXPIRED", 401, "invalid_token"));
        assertEquals(
                "Bearer realm=\"omnibridge\", " + METADATA + ", error=\"insufficient_scope\", scope=\"data:read\"",
                challenge("alice+accounts:read", 403, "insufficient_scope"));
    }

    @Test
    void without_a_document_no_challenge_names_one() {
        assertEquals(
                "Bearer realm=\"omnibridge\", scope=\"data:read\"",
                LOCAL.call("POST", "/mcp")
                        .json(PING)
                        .send()
                        .isProblem(401, "unauthenticated")
                        .header("www-authenticate"));
    }

    @Test
    @Tag("N2")
    void a_token_for_agents_alone_opens_the_route_of_agents() {
        PUBLIC.call("POST", "/mcp")
                .as("agents+alice+data:read")
                .json(PING)
                .send()
                .is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp"})
    void the_document_names_resource_issuer_and_scope(String path) {
        assertEquals(
                "{\"resource\":\"https://bridge.example/base/mcp\",\"resource_name\":\"OmniBridge\","
                        + "\"authorization_servers\":[\"https://issuer.example\"],"
                        + "\"scopes_supported\":[\"data:read\"],\"bearer_methods_supported\":[\"header\"]}",
                PUBLIC.get(path).send().is(200).body());
        LOCAL.get(path).send().isProblem(404, "not_found");
    }

    @Test
    void pages_of_the_public_url_alone_are_served() {
        PUBLIC.call("POST", "/mcp")
                .as(McpClient.ALICE)
                .header("Origin", "https://bridge.example")
                .json(PING)
                .send()
                .is(200);
        PUBLIC.call("POST", "/mcp")
                .as(McpClient.ALICE)
                .header("Origin", "http://localhost:" + PUBLIC.port())
                .json(PING)
                .send()
                .isProblem(403, "foreign_origin");
    }

    @Test
    void a_second_origin_is_refused() {
        assertFalse(PUBLIC.call("POST", "/mcp")
                .as(McpClient.ALICE)
                .header("Origin", "https://bridge.example")
                .header("Origin", "https://bridge.example")
                .json(PING)
                .send()
                .isProblem(403, "foreign_origin")
                .body()
                .isEmpty());
    }
}
