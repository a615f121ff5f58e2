package io.omnibridge.contract;

import io.omnibridge.adapters.http.contract.ActualResponse;
import io.omnibridge.contract.Walk.Target;
import java.util.List;

/** Responses of the route of agents, and of the document about it. */
final class AgentResponses {

    private static final String JSON = "application/json";
    private static final Target MCP = new Target("POST", "/mcp");
    private static final List<Target> METADATA = List.of(
            new Target("GET", "/.well-known/oauth-protected-resource"),
            new Target("GET", "/.well-known/oauth-protected-resource/mcp"));

    private final Walk walk;

    AgentResponses(Walk walk) {
        this.walk = walk;
    }

    void walk() {
        for (Target document : METADATA) {
            walk.expect(200, document, "");
            walk.expect(200, new Target("HEAD", document.path()), "");
        }
        requests();
        rejected();
    }

    /** Walks over a server that knows no issuer for OAuth clients. */
    void walkWithoutMetadata() {
        METADATA.forEach(document -> walk.expect(404, document, ""));
        walk.expect(401, MCP, "");
    }

    private void requests() {
        send(200, "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':'2025-11-25'}}");
        send(202, "{'jsonrpc':'2.0','method':'notifications/initialized'}");
        send(200, "{'jsonrpc':'2.0','id':'a','method':'tools/list'}");
        send(200, "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'list_sources'}}");
        send(200, "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'search'}}");
        send(200, "{'jsonrpc':'2.0','id':1,'method':'unknown'}");
    }

    private void rejected() {
        send(400, "not JSON");
        send(400, "[]");
        send(
                400,
                "{'jsonrpc':'2.0','id':1,'method':'x','params':{'_meta':{'io.modelcontextprotocol/protocolVersion':1}}}");
        walk.expect(415, MCP, "alice", "text/plain", "{}");
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"_meta\":{"
                + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        String fields = "Host: localhost\r\nAuthorization: Bearer alice\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nContent-Length: " + body.length() + "\r\n";
        String metadata = "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: initialize\r\n";
        walk.expectRaw(404, MCP, MCP.request("HTTP/1.1", fields + metadata) + body);
        walk.expectRaw(403, MCP, MCP.request("HTTP/1.1", fields + "Origin: https://evil.example\r\n") + body);
    }

    private ActualResponse send(int status, String body) {
        return walk.expect(status, MCP, "alice", JSON, body.replace('\'', '"'));
    }
}
