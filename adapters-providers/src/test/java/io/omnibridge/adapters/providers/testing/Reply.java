package io.omnibridge.adapters.providers.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON response of an endpoint. */
public record Reply(int status, Map<String, Object> body) {

    static Reply error(int status, String error) {
        return new Reply(status, new LinkedHashMap<>(Map.of("error", error)));
    }
}
