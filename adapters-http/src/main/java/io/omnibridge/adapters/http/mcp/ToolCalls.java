package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.application.port.CredentialsUnreadable;

/** Carries out {@code tools/call}. */
record ToolCalls(McpTools tools) {

    /** @throws McpError if there is no such tool, or the request is not one of a call */
    ObjectNode call(McpCaller caller, ObjectNode params) {
        require(params.path("name").isTextual(), "The params must have the name of a tool.");
        require(!params.has("arguments") || params.get("arguments").isObject(), "The arguments must be an object.");
        require(!params.has("requestState"), "This server gave out no such requestState.");
        require(
                !params.has("inputResponses") || params.get("inputResponses").isObject(),
                "The inputResponses must be an object.");
        Tool tool = tools.find(params.get("name").textValue())
                .orElseThrow(() -> new McpError(200, ErrorCode.INVALID_PARAMS, "There is no such tool."));
        try {
            return result(tool.call(caller, arguments(params)));
        } catch (ToolFault e) {
            return fault(e.sentence());
        } catch (CredentialsUnreadable e) {
            return fault("The stored credentials cannot be opened with the keys of this service; tell its operator.");
        }
    }

    private static ToolArguments arguments(ObjectNode params) {
        return new ToolArguments(
                params.has("arguments") ? (ObjectNode) params.get("arguments") : JsonNodeFactory.instance.objectNode());
    }

    /** Returns a result with the structured content, and the same as one text. */
    private static ObjectNode result(ObjectNode structured) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        addText(structured.toString(), result);
        result.set("structuredContent", structured);
        return result.put("isError", false);
    }

    private static ObjectNode fault(String sentence) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        addText(sentence, result);
        return result.put("isError", true);
    }

    private static void addText(String text, ObjectNode result) {
        result.putArray("content").addObject().put("type", "text").put("text", text);
    }

    private static void require(boolean isMet, String sentence) {
        if (!isMet) {
            throw new McpError(200, ErrorCode.INVALID_PARAMS, sentence);
        }
    }
}
