package io.omnibridge.adapters.store.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Fields of one stored JSON object, each read once. Anything that the format does not have is an
 * {@link IllegalArgumentException}: another version, an unknown field, a missing one, a value of another type. Times are in
 * milliseconds since 1970. Not thread-safe.
 */
final class JsonFields {

    static final String VERSION = "v";
    static final long CURRENT = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, Object> values;

    private JsonFields(Map<String, Object> values) {
        this.values = values;
    }

    /** Reads an object of the current version. */
    static JsonFields read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            JsonFields fields = new JsonFields(values(parser));
            require(parser.nextToken() == null && fields.number(VERSION) == CURRENT);
            return fields;
        } catch (IOException e) {
            // Its message repeats the text.
            throw new IllegalArgumentException("not a stored JSON object");
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return value(String.class, name);
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) {
        return value(Long.class, name);
    }

    int smallNumber(String name) {
        long number = number(name);
        require(number == (int) number);
        return (int) number;
    }

    boolean flag(String name) {
        return value(Boolean.class, name);
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Optional<Instant> optionalTime(String name) {
        return has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    JsonFields object(String name) {
        return value(JsonFields.class, name);
    }

    /** Returns {@code value} if every field was read. */
    <T> T complete(T value) {
        require(values.isEmpty());
        return value;
    }

    private <T> T value(Class<T> type, String name) {
        Object value = values.remove(name);
        require(type.isInstance(value));
        return Objects.requireNonNull(type.cast(value));
    }

    private static Map<String, Object> values(JsonParser parser) throws IOException {
        Map<String, Object> values = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            require(values.put(name, value(parser, parser.nextToken())) == null);
        }
        return values;
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> new JsonFields(values(parser));
            default -> throw new IllegalArgumentException("a stored JSON object has a value of no known type");
        };
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("a stored JSON object of another format");
        }
    }
}
