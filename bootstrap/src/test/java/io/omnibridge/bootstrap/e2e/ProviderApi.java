package io.omnibridge.bootstrap.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A provider's API that offers {@code GET /v1/messages} to the tokens of one authorization server, and counts the calls. It
 * repeats the token that it receives, as no provider should.
 */
final class ProviderApi implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Predicate<String> isValid;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;

    ProviderApi(Predicate<String> isValid) {
        this.isValid = isValid;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/messages", exchange -> respond(exchange, ProviderApi::hello));
        server.createContext("/drive/v3/files", exchange -> respond(exchange, ProviderApi::files));
        server.start();
    }

    /** Returns the member of a providers file that makes the API readable. */
    String yaml() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return "apis: { /v1: { url: \"" + url
                + "/v1\", reads: [ { get: /messages, query: [q] } ] }, /drive/v3: { url: \"" + url
                + "/drive/v3\", source: drive, parameters: any, reads: [ { get: /files } ] } }";
    }

    /** Returns how many calls had a valid token. */
    int calls() {
        return calls.get();
    }

    void delay(Duration next) {
        delay = next;
    }

    private static String hello(HttpExchange exchange, String token) {
        return "{\"messages\":[\"hello\"],\"echo\":\"" + token + "\"}";
    }

    /** Two files, one on each page, in the words of Google Drive. */
    private static String files(HttpExchange exchange, String token) {
        boolean isSecond = exchange.getRequestURI().getQuery().contains("pageToken=p2");
        return isSecond
                ? "{\"files\":[{\"id\":\"f2\",\"name\":\"Second " + token + "\"}]}"
                : "{\"files\":[{\"id\":\"f1\",\"name\":\"First\"}],\"nextPageToken\":\"p2\"}";
    }

    private void respond(HttpExchange exchange, BiFunction<HttpExchange, String, String> text) throws IOException {
        try (exchange) {
            String token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .orElse("")
                    .replaceFirst("^Bearer ", "");
            boolean isAccepted = isValid.test(token);
            if (isAccepted) {
                calls.incrementAndGet();
            }
            Thread.sleep(delay.toMillis());
            byte[] body = text.apply(exchange, token).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(isAccepted ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
