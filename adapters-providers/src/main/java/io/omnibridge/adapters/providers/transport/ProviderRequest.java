package io.omnibridge.adapters.providers.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One HTTP request to a provider. {@link #toString()} prints neither URL, headers nor body, because they contain secrets.
 *
 * @param timeout the maximum time until the response is complete
 * @param usesOwnConnection whether the request opens a new connection. A reused connection may be closed by the server while the
 *     request is sent; then it is unknown whether the server processed it
 */
public record ProviderRequest(
        String method,
        URI url,
        Map<String, String> headers,
        Optional<String> body,
        Duration timeout,
        boolean usesOwnConnection) {

    public ProviderRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(url, "url");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(timeout, "atMost");
    }

    /** Returns a GET request. */
    public static ProviderRequest get(URI url, Map<String, String> headers, Duration timeout) {
        return new ProviderRequest("GET", url, headers, Optional.empty(), timeout, false);
    }

    @Override
    public String toString() {
        return "ProviderRequest[" + method + "]";
    }
}
