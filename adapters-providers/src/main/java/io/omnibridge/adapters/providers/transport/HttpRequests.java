package io.omnibridge.adapters.providers.transport;

import io.omnibridge.adapters.support.http.OutboundClient;
import io.omnibridge.adapters.support.http.OutboundHttp;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;

/** Makes the requests of the JDK's client. */
final class HttpRequests {

    private HttpRequests() {}

    /** @throws RequestFailed if the host cannot be resolved */
    static HttpRequest.Builder of(OutboundClient client, ProviderRequest request, WithdrawableBody body)
            throws RequestFailed {
        HttpRequest.Builder builder = begin(client, request, body)
                .method(request.method(), body.publisher())
                .header("Accept-Encoding", OutboundHttp.ACCEPT_ENCODING)
                .header("User-Agent", OutboundHttp.USER_AGENT);
        request.headers().forEach(builder::setHeader);
        return builder;
    }

    private static HttpRequest.Builder begin(OutboundClient client, ProviderRequest request, WithdrawableBody body)
            throws RequestFailed {
        try {
            return client.request(request.url());
        } catch (UnknownHostException e) {
            throw new RequestFailed(body.withdraw(), "no connection");
        }
    }
}
