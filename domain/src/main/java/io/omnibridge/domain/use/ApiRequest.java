package io.omnibridge.domain.use;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A client's request for a read of a provider's API. Nothing of it is trusted.
 *
 * @param method GET, HEAD or POST
 * @param base the path of this service that stands for the provider's host, such as {@code /api/google/123}: links to next pages are
 *     rewritten to begin with it
 * @param path the path behind the account, as the client sent it: it begins with a slash, and nothing is decoded
 * @param query the query as the client sent it; empty if there is none
 * @param headers the headers that a client may choose, by their names in lower case; an adapter ignores all but those that the
 *     read may have
 * @param body a JSON document; empty if there is none
 */
public record ApiRequest(
        ReadMethod method,
        String base,
        String path,
        Optional<String> query,
        Map<String, String> headers,
        Optional<String> body) {

    public ApiRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(query, "query");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }
}
