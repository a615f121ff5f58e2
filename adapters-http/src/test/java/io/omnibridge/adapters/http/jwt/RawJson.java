package io.omnibridge.adapters.http.jwt;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object whose values are JSON text, so that wrong ones can be written too. */
record RawJson(Map<String, String> members) {

    static RawJson empty() {
        return new RawJson(Map.of());
    }

    RawJson with(String member, String value) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.put(member, value);
        return new RawJson(changed);
    }

    RawJson without(String member) {
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
