package io.omnibridge.adapters.providers.transport;

import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.adapters.support.http.BoundedBody;
import io.omnibridge.adapters.support.http.OutboundHttp;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends requests to providers: each at most once and within its timeout, without redirects, proxies and cookies. It asks
 * for responses without compression, and understands gzip. Thread-safe.
 */
public final class Transport {

    /** The maximum size of a response body. */
    public static final int MAX_RESPONSE_BYTES = 256 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Executor executor = Executors.newCachedThreadPool(DaemonThreads.named("provider-call"));
    private final HttpClient shared = newClient();

    /** Returns the client that requests share, for requests that may be repeated. */
    public HttpClient client() {
        return shared;
    }

    /**
     * Sends {@code request} and waits for the response.
     *
     * @throws RequestFailed if no response arrives in time
     */
    public ProviderResponse send(ProviderRequest request) throws RequestFailed {
        HttpClient client = request.usesOwnConnection() ? newClient() : shared;
        WithdrawableBody body = new WithdrawableBody(request.body());
        try {
            return send(client, request, body);
        } finally {
            if (request.usesOwnConnection()) {
                executor.execute(() -> close(client));
            }
        }
    }

    private static ProviderResponse send(HttpClient client, ProviderRequest request, WithdrawableBody body)
            throws RequestFailed {
        CompletableFuture<HttpResponse<Optional<byte[]>>> future =
                client.sendAsync(httpRequest(request, body), BoundedBody.upTo(MAX_RESPONSE_BYTES));
        try {
            HttpResponse<Optional<byte[]>> response =
                    future.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new ProviderResponse(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new RequestFailed(body.withdraw(), "no response in time");
        } catch (ExecutionException e) {
            boolean isNotSent = body.withdraw();
            throw new RequestFailed(isNotSent, reason(isNotSent, e));
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new RequestFailed(body.withdraw(), "interrupted");
        }
    }

    /** Returns a fixed text for each kind of failure. */
    private static String reason(boolean isNotSent, ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof SSLException) {
            return "no TLS connection";
        }
        return isNotSent || cause instanceof ConnectException ? "no connection" : "the connection broke";
    }

    private static HttpRequest httpRequest(ProviderRequest request, WithdrawableBody body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.url())
                .method(request.method(), body.publisher())
                .header("Accept-Encoding", OutboundHttp.ACCEPT_ENCODING)
                .header("User-Agent", OutboundHttp.USER_AGENT);
        request.headers().forEach(builder::setHeader);
        return builder.build();
    }

    private HttpClient newClient() {
        return OutboundHttp.clientBuilder(CONNECT_TIMEOUT)
                .proxy(HttpClient.Builder.NO_PROXY)
                .executor(executor)
                .build();
    }

    /** Closes the client on Java 21 and later. On earlier versions the garbage collector releases it. */
    @SuppressWarnings("try")
    private static void close(HttpClient client) {
        if (client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("the HTTP client cannot be closed", e);
            }
        }
    }
}
