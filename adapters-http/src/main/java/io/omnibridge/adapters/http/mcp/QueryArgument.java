package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The argument {@code query} of {@code read_api}: an object of strings, and of arrays of strings. */
final class QueryArgument {

    private QueryArgument() {}

    /**
     * Returns the percent-encoded query.
     *
     * @throws ToolFault if a value is neither a string nor an array of strings
     */
    static String encoded(ObjectNode query) {
        List<String> pairs = new ArrayList<>();
        query.properties().forEach(parameter -> {
            JsonNode value = parameter.getValue();
            Iterable<JsonNode> values = value.isArray() ? value : List.of(value);
            values.forEach(one -> pairs.add(encoded(parameter.getKey()) + "=" + encoded(text(one))));
        });
        return String.join("&", pairs);
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw new ToolFault("Each value in query must be a string, or an array of strings.");
        }
        return value.textValue();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
