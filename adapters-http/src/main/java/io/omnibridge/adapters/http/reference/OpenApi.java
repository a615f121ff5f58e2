package io.omnibridge.adapters.http.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The contract that openapi.yaml describes (OpenAPI 3.1).
 *
 * @param root the whole document
 */
record OpenApi(JsonNode root) {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** Returns what a reference stands for, or {@code node} itself if it is none. */
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }

    /** Returns the last part of a reference; an empty text if {@code node} is none. */
    static String nameOf(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    JsonNode info() {
        return root.path("info");
    }

    /** Returns the tags in their order. */
    List<JsonNode> tags() {
        return root.path("tags").valueStream().toList();
    }

    /** Returns the operations with a tag, in the order of the document. */
    List<Operation> operations(String tag) {
        return root.path("paths")
                .propertyStream()
                .flatMap(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .map(method -> new Operation(this, method, path.getKey(), path.getValue())))
                .filter(operation -> operation.hasTag(tag))
                .toList();
    }

    /** Returns the schemas by name. */
    Stream<Map.Entry<String, JsonNode>> schemas() {
        return root.path("components").path("schemas").propertyStream();
    }
}
