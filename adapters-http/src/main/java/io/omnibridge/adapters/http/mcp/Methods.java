package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The methods of both generations. Thread-safe. */
final class Methods {

    static final String CALL = "tools/call";

    private static final String LIST = "tools/list";
    private static final int DESCRIPTION_TTL_MILLIS = 3_600_000;

    /** Short, since a lease can end. */
    private static final int LIST_TTL_MILLIS = 60_000;

    private final McpDocument document;
    private final McpTools tools;
    private final ToolCalls calls;

    Methods(McpDocument document, McpTools tools) {
        this.document = document;
        this.tools = tools;
        this.calls = new ToolCalls(tools);
    }

    /**
     * Returns the result of a request.
     *
     * @throws McpError if the generation has no such method, or the params are invalid
     */
    ObjectNode result(ProtocolGeneration generation, McpCaller caller, McpMessage message) {
        ObjectNode result = switch (message.method()) {
            case LIST -> list(generation, caller, message.params());
            case CALL -> calls.call(caller, message.params());
            default -> generation == ProtocolGeneration.PER_REQUEST ? describe(message) : handshake(message);
        };
        return generation == ProtocolGeneration.PER_REQUEST ? complete(result) : result;
    }

    private ObjectNode list(ProtocolGeneration generation, McpCaller caller, ObjectNode params) {
        if (params.has("cursor")) {
            throw new McpError(200, ErrorCode.INVALID_PARAMS, "The list has one page, and no cursor.");
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("tools", tools.list(caller.kinds(), document.tools()));
        return generation == ProtocolGeneration.PER_REQUEST ? cached(LIST_TTL_MILLIS, "private", result) : result;
    }

    private ObjectNode describe(McpMessage message) {
        if (!message.method().equals("server/discover")) {
            throw unknown(404);
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ProtocolGeneration.allVersions().forEach(result.putArray("supportedVersions")::add);
        return cached(DESCRIPTION_TTL_MILLIS, "public", describeTo(result));
    }

    private ObjectNode handshake(McpMessage message) {
        return switch (message.method()) {
            case "ping" -> JsonNodeFactory.instance.objectNode();
            case "initialize" -> initialize(message.params());
            default -> throw unknown(200);
        };
    }

    /** Names the version that the client named, or else the newest that has a handshake. */
    private ObjectNode initialize(ObjectNode params) {
        JsonNode version = params.path("protocolVersion");
        if (!version.isTextual()) {
            throw new McpError(200, ErrorCode.INVALID_PARAMS, "The params must have a protocolVersion, a string.");
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put(
                "protocolVersion",
                ProtocolGeneration.HANDSHAKE.versions().contains(version.textValue())
                        ? version.textValue()
                        : ProtocolGeneration.HANDSHAKE.versions().get(0));
        result.set("serverInfo", document.server());
        return describeTo(result);
    }

    private ObjectNode describeTo(ObjectNode result) {
        result.putObject("capabilities").putObject("tools");
        return result.put("instructions", document.instructions());
    }

    private ObjectNode complete(ObjectNode result) {
        result.put("resultType", "complete");
        result.putObject("_meta").set("io.modelcontextprotocol/serverInfo", document.server());
        return result;
    }

    private static ObjectNode cached(int millis, String scope, ObjectNode result) {
        return result.put("ttlMs", millis).put("cacheScope", scope);
    }

    /** A client of a handshake takes 404 for the end of its session, so it gets 200 like for every other error. */
    private static McpError unknown(int status) {
        return new McpError(status, ErrorCode.METHOD_NOT_FOUND, "There is no such method.");
    }
}
