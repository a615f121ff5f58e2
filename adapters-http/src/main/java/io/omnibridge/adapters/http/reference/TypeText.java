package io.omnibridge.adapters.http.reference;

import com.fasterxml.jackson.databind.JsonNode;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a value looks like, in words with links to the schemas that have a name. */
final class TypeText {

    static final Content NONE = output -> {};

    private static final String SCHEMAS = "schemas#";

    private TypeText() {}

    /** Returns the text for a schema: a link if it has a name. */
    static Content of(JsonNode schema) {
        String name = OpenApi.nameOf(schema);
        return name.isEmpty() ? ofContent(schema) : link(name);
    }

    /** Returns the text for what a schema says itself. */
    static Content ofContent(JsonNode schema) {
        if (schema.has("const")) {
            return code(schema.path("const").asText());
        }
        if (schema.has("enum")) {
            return joined(schema.path("enum")
                    .valueStream()
                    .map(it -> code(it.asText()))
                    .toList());
        }
        if (schema.has("oneOf") || schema.has("anyOf")) {
            return joined(Stream.concat(
                            schema.path("oneOf").valueStream(),
                            schema.path("anyOf").valueStream())
                    .map(TypeText::of)
                    .toList());
        }
        if (schema.has("$ref")) {
            return link(OpenApi.nameOf(schema));
        }
        return schema.path("type").asText().equals("array")
                ? after("list of ", of(schema.path("items")))
                : words(plain(schema));
    }

    /** Returns the types and what limits them, such as {@code integer, 1 to 100}. */
    private static String plain(JsonNode schema) {
        JsonNode type = schema.path("type");
        List<String> words = new ArrayList<>();
        words.add(
                type.isArray()
                        ? String.join(
                                " or ", type.valueStream().map(JsonNode::asText).toList())
                        : type.asText());
        words.add(schema.path("format").asText());
        words.add(range(schema, "minimum", "maximum", ""));
        words.add(range(schema, "minLength", "maxLength", " characters"));
        words.removeIf(String::isEmpty);
        return String.join(", ", words);
    }

    private static String range(JsonNode schema, String least, String most, String unit) {
        if (!schema.has(most)) {
            return "";
        }
        return (schema.has(least) ? schema.path(least).asText() + " to " : "at most ")
                + schema.path(most).asText()
                + unit;
    }

    private static Content link(String name) {
        return output -> {
            output.writeContent("<a href=\"" + SCHEMAS);
            output.writeUserContent(name);
            output.writeContent("\">");
            output.writeUserContent(name);
            output.writeContent("</a>");
        };
    }

    private static Content code(String text) {
        return output -> {
            output.writeContent("<code>");
            output.writeUserContent(text);
            output.writeContent("</code>");
        };
    }

    private static Content words(String text) {
        return output -> output.writeUserContent(text);
    }

    private static Content after(String words, Content type) {
        return output -> {
            output.writeUserContent(words);
            type.writeTo(output);
        };
    }

    private static Content joined(List<Content> alternatives) {
        return output -> {
            for (int i = 0; i < alternatives.size(); i++) {
                output.writeUserContent(i == 0 ? "" : " or ");
                alternatives.get(i).writeTo(output);
            }
        };
    }
}
