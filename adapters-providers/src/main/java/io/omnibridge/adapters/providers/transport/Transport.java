package io.omnibridge.adapters.providers.transport;

import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.adapters.support.http.BoundedBody;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.http.OutboundClient;
import java.net.ConnectException;
import java.net.http.HttpClient;
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
 * Sends requests to providers: each at most once and within its timeout, without redirects and cookies. It asks for
 * responses without compression, and understands gzip. Thread-safe.
 */
public final class Transport {

    /** The maximum size of a response body. */
    public static final int MAX_RESPONSE_BYTES = 256 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final Egress egress;
    private final Executor executor = Executors.newCachedThreadPool(DaemonThreads.named("provider-call"));
    private final OutboundClient shared;

    public Transport(Egress egress) {
        this.egress = egress;
        this.shared = newClient();
    }

    /** Returns the client that requests share, for requests that may be repeated. */
    public OutboundClient client() {
        return shared;
    }

    /**
     * Sends {@code request} and waits for the response.
     *
     * @throws RequestFailed if no response arrives in time
     */
    public ProviderResponse send(ProviderRequest request) throws RequestFailed {
        OutboundClient client = request.usesOwnConnection() ? newClient() : shared;
        WithdrawableBody body = new WithdrawableBody(request.body());
        try {
            return send(client, request, body);
        } finally {
            if (request.usesOwnConnection()) {
                executor.execute(() -> close(client.http()));
            }
        }
    }

    private static ProviderResponse send(OutboundClient client, ProviderRequest request, WithdrawableBody body)
            throws RequestFailed {
        CompletableFuture<HttpResponse<Optional<byte[]>>> future =
                client.http().sendAsync(HttpRequests.of(client, request, body), BoundedBody.upTo(MAX_RESPONSE_BYTES));
        try {
            HttpResponse<Optional<byte[]>> response =
                    future.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
            requireFromProvider(response, body);
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

    /** A proxy that refuses the tunnel answers in the provider's place. The provider then received nothing. */
    private static void requireFromProvider(HttpResponse<?> response, WithdrawableBody body) throws RequestFailed {
        if (response.statusCode() == PROXY_AUTHENTICATION_REQUIRED
                && response.sslSession().isEmpty()) {
            throw new RequestFailed(body.withdraw(), "the proxy refused its credentials");
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

    private OutboundClient newClient() {
        return egress.client(CONNECT_TIMEOUT, executor);
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
