package io.omnibridge.adapters.http.reference;

import com.fasterxml.jackson.databind.JsonNode;
import gg.jte.Content;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One operation of the API, as its page shows it.
 *
 * @param item the path's own entry, with the parameters that all its operations share
 */
public record Operation(OpenApi openApi, String lowerCaseMethod, String path, JsonNode item) {

    private JsonNode json() {
        return item.path(lowerCaseMethod);
    }

    boolean hasTag(String tag) {
        return json().path("tags").valueStream().anyMatch(it -> it.asText().equals(tag));
    }

    /** Returns the method in upper case. */
    public String method() {
        return lowerCaseMethod.toUpperCase(Locale.ROOT);
    }

    /** Returns the name of the operation's section in its page. */
    public String anchor() {
        return json().path("operationId").asText();
    }

    public String summary() {
        return json().path("summary").asText();
    }

    public Content description() {
        return Markdown.html(json().path("description").asText());
    }

    public List<FieldRow> parameters() {
        return Stream.concat(
                        item.path("parameters").valueStream(),
                        json().path("parameters").valueStream())
                .map(openApi::resolved)
                .map(it -> new FieldRow(
                        it.path("name").asText(),
                        it.path("in").asText(),
                        it.path("required").asBoolean(),
                        TypeText.of(it.path("schema")),
                        Markdown.html(descriptionOf(it))))
                .toList();
    }

    /** Returns the description of a parameter, or else of its schema. */
    private String descriptionOf(JsonNode parameter) {
        String own = parameter.path("description").asText();
        return own.isEmpty()
                ? openApi.resolved(parameter.path("schema")).path("description").asText()
                : own;
    }

    /** Returns the type of the request's body; empty if the request has none. */
    public Optional<Content> body() {
        return Optional.of(json().path("requestBody").path("content"))
                .filter(it -> !it.isEmpty())
                .map(Operation::typeOf);
    }

    public List<ResponseRow> responses() {
        return json().path("responses")
                .propertyStream()
                .map(it -> response(it.getKey(), openApi.resolved(it.getValue())))
                .toList();
    }

    private static ResponseRow response(String status, JsonNode response) {
        return new ResponseRow(
                status, Markdown.html(response.path("description").asText()), typeOf(response.path("content")));
    }

    /** Returns the type of the first representation. */
    private static Content typeOf(JsonNode content) {
        return content.valueStream()
                .findFirst()
                .map(it -> TypeText.of(it.path("schema")))
                .orElse(TypeText.NONE);
    }
}
