package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the request of a read from the arguments of {@code read_api}. */
final class ReadArguments {

    static final String PATH = "path";
    static final String QUERY = "query";

    private ReadArguments() {}

    /** @throws ToolFault if an argument is missing or invalid */
    static ApiRequest request(ToolArguments arguments) {
        String[] path = arguments.text(PATH, ReadArguments::path).split("\\?", 2);
        Optional<String> query =
                arguments.objectOf(QUERY).map(ReadArguments::encoded).filter(it -> !it.isEmpty());
        if (path.length == 2 && query.isPresent()) {
            throw new ToolFault("The path has a query already: give the parameters in one of both places.");
        }
        return new ApiRequest(
                ReadMethod.GET,
                "",
                path[0],
                path.length == 2 ? Optional.of(path[1]) : query,
                Map.of(),
                Optional.empty());
    }

    private static String path(String path) {
        InvalidValue.unless(
                path.startsWith("/") && Text.isVisibleAscii(path) && path.indexOf('#') == -1,
                "must begin with / and be percent-encoded, without a fragment");
        return path;
    }

    private static String encoded(ObjectNode query) {
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
