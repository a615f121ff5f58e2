package io.omnibridge.adapters.support.jwks;

import com.nimbusds.jose.jwk.JWK;
import io.omnibridge.adapters.support.http.BoundedBody;
import io.omnibridge.adapters.support.http.OutboundClient;
import io.omnibridge.adapters.support.http.OutboundHttp;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches the key set of one URL, bounded in time and size. Thread-safe. */
public final class JwksFetch {

    private static final int OK = 200;

    private final OutboundClient client;
    private final JwksEndpoint endpoint;
    private final JwksLimits limits;

    public JwksFetch(OutboundClient client, JwksEndpoint endpoint, JwksLimits limits) {
        this.client = client;
        this.endpoint = endpoint;
        this.limits = limits;
    }

    JwksEndpoint endpoint() {
        return endpoint;
    }

    /**
     * Fetches the keys that may verify signatures, in their published order. Returns or throws within {@link
     * JwksLimits#fetchTimeout()}.
     *
     * @throws FetchFailed unless the response is 200 with a JSON Web Key Set
     */
    public List<JWK> fetch() throws FetchFailed, InterruptedException {
        HttpResponse<Optional<byte[]>> response = response();
        if (response.statusCode() != OK) {
            throw new FetchFailed("status " + response.statusCode());
        }
        byte[] body = response.body()
                .orElseThrow(() -> new FetchFailed(
                        "the response is too long, compressed in another way than gzip, or has too many headers"));
        return PublishedKeys.read(body).orElseThrow(() -> new FetchFailed("not a JSON Web Key Set"));
    }

    private HttpResponse<Optional<byte[]>> response() throws FetchFailed, InterruptedException {
        HttpRequest request = request()
                .header("Accept", "application/jwk-set+json, application/json")
                .header("Accept-Encoding", OutboundHttp.ACCEPT_ENCODING)
                .header("User-Agent", OutboundHttp.USER_AGENT)
                .build();
        CompletableFuture<HttpResponse<Optional<byte[]>>> future =
                client.http().sendAsync(request, BoundedBody.upTo(limits.maxBytes()));
        try {
            return future.get(limits.fetchTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new FetchFailed("no complete answer in time");
        } catch (ExecutionException e) {
            throw new FetchFailed(kind(e.getCause()));
        } finally {
            future.cancel(true);
        }
    }

    private HttpRequest.Builder request() throws FetchFailed {
        try {
            return client.request(endpoint.url());
        } catch (UnknownHostException e) {
            throw new FetchFailed(kind(e));
        }
    }

    /** Returns the kind of failure; its message could quote the response. */
    private static String kind(@Nullable Throwable cause) {
        return cause == null ? "no answer" : cause.getClass().getSimpleName();
    }
}
