package io.omnibridge.adapters.providers.testing;

import java.util.Map;
import java.util.Optional;

/** One request as it arrived: everything in it, secrets too. */
public record RecordedRequest(
        String method, String path, String query, Map<String, String> headers, String body, Map<String, String> form) {

    /** Header names are in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(form.get(name));
    }

    /** Whether {@code text} stands anywhere in it. */
    public boolean contains(String text) {
        return (query + headers + body).contains(text);
    }
}
