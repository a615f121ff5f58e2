package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.adapters.support.json.StrictJson;

/** The body of a request of an agent: one JSON object, and no batch (JSON-RPC 2.0 §6). */
final class MessageBody {

    private MessageBody() {}

    /** @throws McpError if {@code body} is not exactly one JSON object */
    static ObjectNode object(byte[] body) {
        try {
            return StrictJson.readObject(body);
        } catch (MalformedJson e) {
            throw isBatch(body)
                    ? new McpError(400, ErrorCode.INVALID_REQUEST, "The body must be one message, and no batch.")
                    : new McpError(400, ErrorCode.PARSE_ERROR, e.getMessage());
        }
    }

    private static boolean isBatch(byte[] body) {
        for (byte next : body) {
            if (next > ' ') {
                return next == '[';
            }
        }
        return false;
    }
}
