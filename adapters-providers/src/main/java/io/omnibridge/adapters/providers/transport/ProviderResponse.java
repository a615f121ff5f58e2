package io.omnibridge.adapters.providers.transport;

import java.net.http.HttpHeaders;
import java.util.Objects;
import java.util.Optional;

/**
 * Response of a provider. {@link #toString()} prints only the status.
 *
 * @param body empty if the body was too large or encoded in another way than gzip, or the response had too many headers
 */
public record ProviderResponse(int status, HttpHeaders headers, Optional<byte[]> body) {

    public ProviderResponse {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    /** Returns the first value of a header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    @Override
    public String toString() {
        return "ProviderResponse[" + status + "]";
    }
}
