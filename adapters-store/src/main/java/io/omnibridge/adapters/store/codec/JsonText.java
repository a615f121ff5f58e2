package io.omnibridge.adapters.store.codec;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Text of one stored JSON object: fields stand in the order in which they are put, without white space. Not thread-safe. */
final class JsonText {

    private final StringBuilder text = new StringBuilder("{");

    private JsonText() {}

    /** Begins an object of the current version. */
    static JsonText versioned() {
        return new JsonText().put(JsonFields.VERSION, JsonFields.CURRENT);
    }

    /** Begins an object that stands in another one, and has the version of that. */
    static JsonText nested() {
        return new JsonText();
    }

    JsonText put(String name, String value) {
        begin(name).append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
        return this;
    }

    JsonText put(String name, long value) {
        begin(name).append(value);
        return this;
    }

    JsonText put(String name, boolean value) {
        begin(name).append(value);
        return this;
    }

    JsonText put(String name, JsonText value) {
        begin(name).append(value);
        return this;
    }

    @Override
    public String toString() {
        return text + "}";
    }

    private StringBuilder begin(String name) {
        return text.append(text.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":");
    }
}
