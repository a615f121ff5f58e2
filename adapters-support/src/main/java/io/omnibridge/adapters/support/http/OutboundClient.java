package io.omnibridge.adapters.support.http;

import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;

/**
 * HTTP client of one {@link Egress}. Thread-safe.
 *
 * @param http sends requests that {@link #request} began
 */
public record OutboundClient(HttpClient http, Egress egress) {

    /**
     * Returns the builder of a request, as {@link OutboundHttp#request} does, with what the proxy requires.
     *
     * @throws UnknownHostException if the host cannot be resolved
     */
    public HttpRequest.Builder request(URI url) throws UnknownHostException {
        return egress.authorized(OutboundHttp.request(url));
    }
}
