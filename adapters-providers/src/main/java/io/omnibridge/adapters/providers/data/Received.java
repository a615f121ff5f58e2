package io.omnibridge.adapters.providers.data;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A response whose status and headers are there. Its body is read, or it is discarded: else its connection stays. Not thread-safe. */
final class Received {

    private final HttpResponse<Flow.Publisher<List<ByteBuffer>>> response;
    private final boolean isOfApi;
    private @Nullable UpstreamBody body;

    /** @param isOfApi whether the API sent it; else a host of downloads did, which knows nothing of tokens and limits of the API */
    Received(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response, boolean isOfApi) {
        this.response = response;
        this.isOfApi = isOfApi;
    }

    boolean isOfApi() {
        return isOfApi;
    }

    int status() {
        return response.statusCode();
    }

    HttpHeaders headers() {
        return response.headers();
    }

    void readBody(UpstreamBody reading) {
        body = reading;
        response.body().subscribe(reading);
    }

    /** Closes the connection, unless the body has ended. */
    void discard() {
        if (body == null) {
            DataClient.discard(response);
        } else {
            body.reader().cancel();
        }
    }
}
