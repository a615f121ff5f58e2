package io.omnibridge.adapters.providers.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an endpoint says, as JSON. */
public record Reply(int status, Map<String, Object> body) {

    static Reply error(int status, String error) {
        return new Reply(status, new LinkedHashMap<>(Map.of("error", error)));
    }
}
