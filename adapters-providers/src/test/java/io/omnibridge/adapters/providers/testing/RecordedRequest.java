package io.omnibridge.adapters.providers.testing;

import java.util.Map;
import java.util.Optional;

/** One received request with all its content, secrets included. */
public record RecordedRequest(
        String method, String path, String query, Map<String, String> headers, String body, Map<String, String> form) {

    /** Returns a header; {@code name} is in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(form.get(name));
    }

    /** Returns whether the query, a header or the body contains {@code text}. */
    public boolean contains(String text) {
        return (query + headers + body).contains(text);
    }
}
