package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.support.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the server says of itself and of its tools, as {@code mcp.json} has it.
 *
 * @param server name and version
 * @param instructions to the model, for its use of all tools
 * @param tools the definition of each tool by its name, in the order of their listing
 */
record McpDocument(ObjectNode server, String instructions, Map<String, ObjectNode> tools) {

    private static final String RESOURCE = "/mcp.json";

    static McpDocument load() {
        try (InputStream in = McpDocument.class.getResourceAsStream(RESOURCE)) {
            return of(StrictJson.readObject(Objects.requireNonNull(in, RESOURCE).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static McpDocument of(ObjectNode document) {
        Map<String, ObjectNode> tools = new LinkedHashMap<>();
        for (JsonNode tool : document.path("tools")) {
            tools.put(tool.path("name").textValue(), withAnnotations((ObjectNode) tool));
        }
        return new McpDocument(
                (ObjectNode) document.get("server"),
                document.path("instructions").textValue(),
                tools);
    }

    /** Adds what is true of every tool: it reads, destroys nothing, and returns what others wrote. */
    private static ObjectNode withAnnotations(ObjectNode tool) {
        tool.putObject("annotations")
                .put("readOnlyHint", true)
                .put("destructiveHint", false)
                .put("openWorldHint", true);
        return tool;
    }
}
