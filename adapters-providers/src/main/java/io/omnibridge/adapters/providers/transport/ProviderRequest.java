package io.omnibridge.adapters.providers.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One request. It prints neither headers nor body: they hold secrets.
 *
 * @param timeout after which the call has ended, whatever came of it
 * @param usesOwnConnection whether it gets a connection that nobody used before, so that a server which closes an idle one cannot
 *     leave doubt about it
 */
public record ProviderRequest(
        String method, URI url, Map<String, String> headers, Optional<String> body, Duration timeout, boolean usesOwnConnection) {

    public ProviderRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(url, "url");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(timeout, "atMost");
    }

    /** A request for what is there. */
    public static ProviderRequest get(URI url, Map<String, String> headers, Duration timeout) {
        return new ProviderRequest("GET", url, headers, Optional.empty(), timeout, false);
    }

    @Override
    public String toString() {
        return "ProviderRequest[" + method + "]";
    }
}
