package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestRequest;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.List;

/** Sends messages of both generations to a test server. Bodies are written with single quotes. */
record McpClient(TestApi api, String token) {

    static final String ALICE = "alice+data:read";

    private static final String META =
            "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28','io.modelcontextprotocol/clientCapabilities':{}}";

    /** Links an account of alice that can be read. */
    static void linkAccount(TestApi api) {
        api.link(
                        "{\"provider\":\"google\",\"provider_account_id\":\"work\",\"access_token\":\"at-of-twenty-characters\"}")
                .send()
                .is(201);
    }

    TestRequest post() {
        return api.call("POST", "/mcp").as(token);
    }

    TestResponse post(String body) {
        return post().json(body.replace('\'', '"')).send();
    }

    /** Sends a request as clients do after a handshake. */
    TestResponse afterHandshake(String method, String params) {
        return post().header("MCP-Protocol-Version", "2025-11-25")
                .json(request(method, params).replace('\'', '"'))
                .send();
    }

    /** Sends a request of the generation without a handshake, with its headers. */
    TestResponse perRequest(String method, String params) {
        TestRequest request =
                post().header("MCP-Protocol-Version", "2026-07-28").header("Mcp-Method", method);
        if (method.equals("tools/call")) {
            request.header("Mcp-Name", params.replaceFirst(".*'name':'([^']*)'.*", "$1"));
        }
        return request.json(perRequestBody(method, params).replace('\'', '"')).send();
    }

    static String request(String method, String params) {
        return "{'jsonrpc':'2.0','id':7,'method':'" + method + "','params':{" + params + "}}";
    }

    static String perRequestBody(String method, String params) {
        return request(method, params.isEmpty() ? META : params + "," + META);
    }

    /** Calls a tool and returns the result. */
    JsonNode call(String tool, String arguments) {
        return afterHandshake("tools/call", "'name':'" + tool + "','arguments':{" + arguments + "}")
                .is(200)
                .json()
                .path("result");
    }

    /** Returns the names of the tools that are listed. */
    List<String> tools() {
        return afterHandshake("tools/list", "")
                .is(200)
                .json()
                .at("/result/tools")
                .findValuesAsText("name");
    }
}
