package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One message of a client (JSON-RPC 2.0 §4).
 *
 * @param id a string or an integer; empty if the message is a notification, to which there is no response
 * @param params empty if the message has none
 */
record McpMessage(String method, Optional<JsonNode> id, ObjectNode params) {

    /** @throws McpError if {@code body} is not exactly one request or notification */
    static McpMessage read(byte[] body) {
        ObjectNode message = MessageBody.object(body);
        Optional<JsonNode> id = Optional.ofNullable(message.get("id")).filter(McpMessage::isId);
        try {
            require(message.has("id") == id.isPresent(), "The id must be a string or an integer.");
            require(message.path("jsonrpc").asText().equals("2.0"), "The message must have jsonrpc 2.0.");
            require(message.path("method").isTextual(), "The message must have a method.");
            require(!message.has("result") && !message.has("error"), "The message must be no response.");
            return new McpMessage(message.get("method").textValue(), id, params(message));
        } catch (McpError e) {
            throw e.of(id);
        }
    }

    private static boolean isId(JsonNode id) {
        return id.isTextual() || id.isIntegralNumber();
    }

    private static ObjectNode params(ObjectNode message) {
        JsonNode params = message.has("params") ? message.get("params") : JsonNodeFactory.instance.objectNode();
        if (params instanceof ObjectNode object) {
            return object;
        }
        throw new McpError(400, ErrorCode.INVALID_PARAMS, "The params must be an object.");
    }

    private static void require(boolean isMet, String sentence) {
        if (!isMet) {
            throw new McpError(400, ErrorCode.INVALID_REQUEST, sentence);
        }
    }

    boolean isNotification() {
        return id.isEmpty();
    }
}
