package io.omnibridge.adapters.providers.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One request. It prints neither headers nor body: they hold secrets.
 *
 * @param atMost after which the call has ended, whatever came of it
 * @param isAlone whether it gets a connection that nobody used before, so that a server which closes an idle one cannot
 *     leave doubt about it
 */
public record Call(
        String method, URI url, Map<String, String> headers, Optional<String> body, Duration atMost, boolean isAlone) {

    public Call {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(url, "url");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(atMost, "atMost");
    }

    /** A request for what is there. */
    public static Call get(URI url, Map<String, String> headers, Duration atMost) {
        return new Call("GET", url, headers, Optional.empty(), atMost, false);
    }

    @Override
    public String toString() {
        return "Call[" + method + "]";
    }
}
