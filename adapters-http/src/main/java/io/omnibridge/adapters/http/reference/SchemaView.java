package io.omnibridge.adapters.http.reference;

import com.fasterxml.jackson.databind.JsonNode;
import gg.jte.Content;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One schema of the contract, as its page shows it. */
public record SchemaView(String name, JsonNode schema) {

    public Content description() {
        return Markdown.html(schema.path("description").asText());
    }

    /** Returns the type of a schema without members. */
    public Content type() {
        return TypeText.ofContent(schema);
    }

    public List<FieldRow> members() {
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        return schema.path("properties")
                .propertyStream()
                .map(it -> new FieldRow(
                        it.getKey(),
                        "",
                        required.contains(it.getKey()),
                        TypeText.of(it.getValue()),
                        Markdown.html(it.getValue().path("description").asText())))
                .toList();
    }
}
