package io.omnibridge.adapters.support.testing;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object whose values are JSON text, so that tests can write invalid values too. */
public record RawJson(Map<String, String> members) {

    public static RawJson empty() {
        return new RawJson(Map.of());
    }

    public RawJson with(String member, String value) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.put(member, value);
        return new RawJson(changed);
    }

    public RawJson without(String member) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.remove(member);
        return new RawJson(changed);
    }

    @Override
    public String toString() {
        return members.entrySet().stream()
                .map(m -> '"' + m.getKey() + "\":" + m.getValue())
                .collect(joining(",", "{", "}"));
    }
}
