package io.omnibridge.adapters.providers.transport;

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
 * Sends calls: each at most once, to the very URL that it names, within its time, and without any redirect, proxy, cookie or
 * compression. Thread-safe.
 */
public final class Transport {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final String USER_AGENT = "OmniBridge";

    private final Executor executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "provider-call");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient shared = newClient();

    /**
     * Sends {@code call} and waits for its answer.
     *
     * @throws RequestFailed if there is none in time
     */
    public ProviderResponse send(ProviderRequest call) throws RequestFailed {
        HttpClient client = call.usesOwnConnection() ? newClient() : shared;
        OneBody body = new OneBody(call.body());
        try {
            return send(client, call, body);
        } finally {
            if (call.usesOwnConnection()) {
                executor.execute(() -> close(client));
            }
        }
    }

    private static ProviderResponse send(HttpClient client, ProviderRequest call, OneBody body) throws RequestFailed {
        CompletableFuture<HttpResponse<Optional<byte[]>>> future =
                client.sendAsync(request(call, body), BoundedBody::of);
        try {
            HttpResponse<Optional<byte[]>> response = future.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new ProviderResponse(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new RequestFailed(body.withdraw(), "no answer in time");
        } catch (ExecutionException e) {
            boolean isNotSent = body.withdraw();
            throw new RequestFailed(isNotSent, reason(isNotSent, e));
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new RequestFailed(body.withdraw(), "interrupted");
        }
    }

    /** In our own words, from the kind of the failure alone. */
    private static String reason(boolean isNotSent, ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof SSLException) {
            return "no TLS connection";
        }
        return isNotSent || cause instanceof ConnectException ? "no connection" : "the connection broke";
    }

    private static HttpRequest request(ProviderRequest call, OneBody body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.url())
                .method(call.method(), body.publisher())
                .header("User-Agent", USER_AGENT);
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(LONGEST_CONNECT)
                .executor(executor)
                .build();
    }

    /** From Java 21 on a client can be closed; before, it goes when nothing refers to it. */
    @SuppressWarnings("try")
    private static void close(HttpClient client) {
        if (client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("a client that cannot be closed", e);
            }
        }
    }
}
