package io.omnibridge.adapters.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes members whose value is an array of strings. */
public final class JsonArrays {

    private JsonArrays() {}

    /** Writes a member with texts, in their order. */
    public static void writeTexts(String name, Iterable<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** Writes a member with the words of constants ({@link JsonWriter#word}), in their order. */
    public static void writeWords(String name, Iterable<? extends Enum<?>> constants, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Enum<?> constant : constants) {
            json.writeString(JsonWriter.word(constant));
        }
        json.writeEndArray();
    }
}
