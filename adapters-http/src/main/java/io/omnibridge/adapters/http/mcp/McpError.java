package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Ends the handling of a message with an error of the protocol. It is an expected result, so it has no stack trace. */
final class McpError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String sentence;
    private final ErrorCode code;
    private final transient Optional<JsonNode> id;
    private final transient Optional<ObjectNode> data;

    private McpError(int status, ErrorCode code, String message, Optional<JsonNode> id, Optional<ObjectNode> data) {
        super(message, null, false, false);
        this.status = status;
        this.sentence = message;
        this.code = code;
        this.id = id;
        this.data = data;
    }

    /** @param message one sentence, which repeats nothing of what was sent */
    McpError(int status, ErrorCode code, String message) {
        this(status, code, message, Optional.empty(), Optional.empty());
    }

    /** Returns this error for a message with an id. */
    McpError of(Optional<JsonNode> message) {
        return new McpError(status, code, sentence, message, data);
    }

    /** Returns this error with details. */
    McpError with(ObjectNode details) {
        return new McpError(status, code, sentence, id, Optional.of(details));
    }

    /** Returns the status of the response. */
    int status() {
        return status;
    }

    /** Returns the message, one sentence. */
    String sentence() {
        return sentence;
    }

    ErrorCode code() {
        return code;
    }

    /** Returns the id of the message; empty if it has none that could be read. */
    Optional<JsonNode> id() {
        return id;
    }

    Optional<ObjectNode> data() {
        return data;
    }
}
