package io.omnibridge.adapters.providers.transport;

import java.net.http.HttpHeaders;
import java.util.Objects;
import java.util.Optional;

/**
 * What came back. It prints its status alone.
 *
 * @param body empty if it was too large, encoded, or came with too many headers
 */
public record ProviderResponse(int status, HttpHeaders headers, Optional<byte[]> body) {

    public ProviderResponse {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    @Override
    public String toString() {
        return "ProviderResponse[" + status + "]";
    }
}
