package io.omnibridge.adapters.providers.transport;

import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.adapters.support.http.BoundedBody;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.http.OutboundClient;
import java.net.ConnectException;
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
    private final FreshConnections fresh = new FreshConnections(this::newClient);

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
        WithdrawableBody body = new WithdrawableBody(request.body());
        if (!request.usesOwnConnection()) {
            return send(shared, HttpRequests.of(shared, request, body).build(), request.timeout(), body);
        }
        OutboundClient client = fresh.client();
        HttpRequest closing =
                fresh.closing(HttpRequests.of(client, request, body)).build();
        ProviderResponse response = send(client, closing, request.timeout(), body);
        fresh.received(response, client);
        return response;
    }

    private static ProviderResponse send(
            OutboundClient client, HttpRequest request, Duration timeout, WithdrawableBody body) throws RequestFailed {
        CompletableFuture<HttpResponse<Optional<byte[]>>> future =
                client.http().sendAsync(request, BoundedBody.upTo(MAX_RESPONSE_BYTES));
        try {
            HttpResponse<Optional<byte[]>> response = future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
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
}
