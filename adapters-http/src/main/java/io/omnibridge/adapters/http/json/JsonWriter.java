package io.omnibridge.adapters.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.support.text.EnumWords;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes JSON member by member: no reflection, so nothing is written that no code names. Thread-safe. */
public final class JsonWriter {

    private static final Map<Enum<?>, String> WORDS = new ConcurrentHashMap<>();

    private JsonWriter() {}

    /** Writes a member whose value is null when it is empty. */
    public static void writeNullable(String name, Optional<?> value, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (value.isPresent()) {
            json.writeString(value.get().toString());
        } else {
            json.writeNull();
        }
    }

    /** How an instant stands in JSON: in UTC, as RFC 3339 has it. */
    public static String time(Instant instant) {
        return Rfc3339.of(instant);
    }

    /** How a constant stands in JSON: its name in lower case. */
    public static String word(Enum<?> constant) {
        return WORDS.computeIfAbsent(constant, EnumWords::of);
    }
}
