package io.omnibridge.adapters.http.jwt;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches an issuer's keys from its one URL: bounded in time and length, without following redirects. */
final class JwksFetch {

    private static final int OK = 200;

    private final HttpClient client;
    private final HttpRequest request;
    private final JwksLimits limits;

    JwksFetch(JwksEndpoint endpoint, JwksLimits limits) {
        this.limits = limits;
        client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .version(Version.HTTP_1_1)
                .connectTimeout(limits.connectTimeout())
                .build();
        request = HttpRequest.newBuilder(endpoint.url())
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
    }

    /**
     * Fetches once; returns or throws within {@link JwksLimits#fetchTimeout()}.
     *
     * @throws FetchFailed unless the answer is 200 with a JSON Web Key Set
     */
    Jwks fetch() throws FetchFailed, InterruptedException {
        HttpResponse<byte[]> answer = answer();
        if (answer.statusCode() != OK) {
            throw new FetchFailed("status " + answer.statusCode());
        }
        return Jwks.parse(answer.body()).orElseThrow(() -> new FetchFailed("not a JSON Web Key Set"));
    }

    private HttpResponse<byte[]> answer() throws FetchFailed, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, head -> new BoundedBody(limits.maxBytes()));
        try {
            return exchange.get(limits.fetchTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new FetchFailed("no complete answer in time");
        } catch (ExecutionException e) {
            throw new FetchFailed(kind(e.getCause()));
        } finally {
            exchange.cancel(true);
        }
    }

    /** Not the message: it can quote what came back. */
    private static String kind(@Nullable Throwable cause) {
        return cause == null ? "no answer" : cause.getClass().getSimpleName();
    }
}
