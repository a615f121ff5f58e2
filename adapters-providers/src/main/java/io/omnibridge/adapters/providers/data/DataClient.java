package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.http.OutboundClient;
import io.omnibridge.domain.use.UseFailure;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 client of the calls with users' tokens, on threads of its own. It follows no redirect and keeps no cookie. Thread-safe. */
final class DataClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_HEADER_FIELDS = 200;
    private static final int MAX_HEADER_CHARACTERS = 64 * 1024;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final ExecutorService executor = Executors.newCachedThreadPool(DaemonThreads.named("provider-data"));
    private final OutboundClient client;
    private final Duration firstByte;

    DataClient(Egress egress, Duration firstByte) {
        this.client = egress.client(CONNECT_TIMEOUT, executor);
        this.firstByte = firstByte;
    }

    /** Begins a request. */
    HttpRequest.Builder request(URI url) throws CallFailed {
        try {
            return client.request(url);
        } catch (UnknownHostException e) {
            throw new CallFailed(UseFailure.PROVIDER_UNAVAILABLE);
        }
    }

    /**
     * Sends a request, and waits for status and headers. The body has to be subscribed to.
     *
     * @param timeout how long to wait, unless the limit of all calls is shorter
     */
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpRequest request, Duration timeout) throws CallFailed {
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> future =
                client.http().sendAsync(request, BodyHandlers.ofPublisher());
        try {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
                    future.get(Math.min(firstByte.toMillis(), timeout.toMillis()), TimeUnit.MILLISECONDS);
            requireBounded(response);
            return response;
        } catch (TimeoutException e) {
            abandon(future);
            throw new CallFailed(UseFailure.PROVIDER_TIMEOUT);
        } catch (InterruptedException e) {
            abandon(future);
            Thread.currentThread().interrupt();
            throw new CallFailed(UseFailure.PROVIDER_UNAVAILABLE);
        } catch (ExecutionException e) {
            throw new CallFailed(reason(e.getCause()));
        }
    }

    /** Closes the connection, also if the response has come in the meantime. */
    private static void abandon(CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> future) {
        if (!future.cancel(true) && !future.isCompletedExceptionally()) {
            discard(future.join());
        }
    }

    private static void requireBounded(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) throws CallFailed {
        int fields =
                response.headers().map().values().stream().mapToInt(List::size).sum();
        int characters = response.headers().map().entrySet().stream()
                .mapToInt(it -> it.getKey().length() * it.getValue().size()
                        + it.getValue().stream().mapToInt(String::length).sum())
                .sum();
        boolean isOfProxy = response.statusCode() == PROXY_AUTHENTICATION_REQUIRED
                && response.sslSession().isEmpty();
        if (fields > MAX_HEADER_FIELDS || characters > MAX_HEADER_CHARACTERS || isOfProxy) {
            discard(response);
            throw new CallFailed(isOfProxy ? UseFailure.PROVIDER_UNAVAILABLE : UseFailure.PROVIDER_ERROR);
        }
    }

    private static UseFailure reason(@Nullable Throwable cause) {
        boolean isUnreachable = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLException;
        return isUnreachable ? UseFailure.PROVIDER_UNAVAILABLE : UseFailure.PROVIDER_ERROR;
    }

    /** Closes the connection of a response whose body is not read. */
    static void discard(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
        response.body().subscribe(new Discarding());
    }

    /** Ends the threads. Calls in flight fail. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
