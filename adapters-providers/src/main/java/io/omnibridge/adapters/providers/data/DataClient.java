package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.http.OutboundClient;
import io.omnibridge.domain.use.UseFailure;
import java.io.IOException;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLException;

/** HTTP/1.1 client of the calls with users' tokens, on threads of its own. It follows no redirect and keeps no cookie. Thread-safe. */
final class DataClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_HEADER_FIELDS = 200;
    private static final int MAX_HEADER_CHARACTERS = 64 * 1024;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final ExecutorService executor = Executors.newCachedThreadPool(DaemonThreads.named("provider-data"));
    private final OutboundClient client;
    private final Duration firstByte;
    private final BodyTimers timers;

    DataClient(Egress egress, Duration firstByte, BodyTimers timers) {
        this.client = egress.client(CONNECT_TIMEOUT, executor);
        this.firstByte = firstByte;
        this.timers = timers;
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
     * Sends a request on the caller's thread, and waits for status and headers. The body has to be subscribed to. The asynchronous
     * method of the JDK's client would start a thread for each response where there are only one or two processors.
     *
     * @param timeout how long to wait, unless the limit of all calls is shorter
     */
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpRequest.Builder request, Duration timeout)
            throws CallFailed {
        Duration limit = timeout.compareTo(firstByte) < 0 ? timeout : firstByte;
        if (limit.isZero() || limit.isNegative()) {
            throw new CallFailed(UseFailure.PROVIDER_TIMEOUT);
        }
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = sent(request.build(), limit);
        requireBounded(response);
        return response;
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> sent(HttpRequest request, Duration limit) throws CallFailed {
        HeadTimer timer = new HeadTimer(timers, limit);
        try {
            return client.http().send(request, BodyHandlers.ofPublisher());
        } catch (InterruptedException e) {
            if (timer.isOver()) {
                throw new CallFailed(UseFailure.PROVIDER_TIMEOUT);
            }
            Thread.currentThread().interrupt();
            throw new CallFailed(UseFailure.PROVIDER_UNAVAILABLE);
        } catch (IOException e) {
            throw new CallFailed(reason(e));
        } catch (RuntimeException | InternalError e) {
            // So the JDK's client tells that it failed to read the head of the response.
            throw new CallFailed(UseFailure.PROVIDER_ERROR);
        } finally {
            timer.close();
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

    private static UseFailure reason(IOException failure) {
        boolean isUnreachable = failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLException;
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
