package io.omnibridge.adapters.http.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the headers of a response with the documented ones. */
final class HeaderCheck {

    /** Headers of the HTTP message itself, which the document omits (RFC 9110 §6.6.1, §8; RFC 9112 §6, §9). */
    private static final Set<String> UNDOCUMENTED =
            Set.of("date", "connection", "transfer-encoding", "content-length", "content-type");

    private final ApiDocument document = ApiDocument.load();
    private final JsonPointer headers;

    HeaderCheck(JsonPointer response) {
        this.headers = response.appendProperty("headers");
    }

    List<String> violations(ActualResponse response) {
        List<String> violations = new ArrayList<>();
        document.names(headers).forEach(name -> violations.addAll(violations(name, response)));
        Set<String> documented = document.names(headers)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        response.headers().keySet().stream()
                .filter(name -> !documented.contains(name) && !UNDOCUMENTED.contains(name))
                .forEach(name -> violations.add("the header " + name + " is not documented"));
        return violations;
    }

    private List<String> violations(String name, ActualResponse response) {
        JsonPointer header = document.resolve(headers.appendProperty(name));
        List<String> values = response.header(name.toLowerCase(Locale.ROOT));
        if (values.isEmpty() && !document.at(header).path("required").asBoolean()) {
            return List.of();
        }
        if (values.size() != 1) {
            return List.of("the header " + name + " occurs " + values.size() + " times");
        }
        JsonPointer schema = header.appendProperty("schema");
        return Schemas.violations(schema, read(schema, values.get(0))).stream()
                .map(violation -> "the header " + name + violation)
                .toList();
    }

    private JsonNode read(JsonPointer schema, String value) {
        boolean integer = document.at(schema).path("type").asText().equals("integer");
        return integer && value.matches("[0-9]{1,9}") ? IntNode.valueOf(Integer.parseInt(value)) : new TextNode(value);
    }
}
