package io.omnibridge.adapters.providers.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads fields of responses. A field that is missing, null, or of another type is absent. */
public final class ResponseFields {

    private ResponseFields() {}

    /** Returns the text at a JSON pointer (RFC 6901); absent if it is empty. */
    public static Optional<String> text(JsonNode node, String pointer) {
        JsonNode field = node.at(pointer);
        return field.isTextual() && !field.textValue().isEmpty() ? Optional.of(field.textValue()) : Optional.empty();
    }

    /** Returns the time at a JSON pointer, written as RFC 3339 says. */
    public static Optional<Instant> time(JsonNode node, String pointer) {
        return text(node, pointer).flatMap(ResponseFields::time);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the URL at a JSON pointer. */
    public static Optional<URI> url(JsonNode node, String pointer) {
        return text(node, pointer).flatMap(ResponseFields::url);
    }

    /** Returns a URL; absent if the text is none. */
    public static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
