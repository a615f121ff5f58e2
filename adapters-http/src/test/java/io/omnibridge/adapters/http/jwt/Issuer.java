package io.omnibridge.adapters.http.jwt;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server on loopback that publishes what a test tells it to, and counts who asks. */
final class Issuer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile HttpHandler answer = exchange -> send(exchange, 404, "");

    Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    Issuer(String jwks) {
        this();
        publish(jwks);
    }

    JwksEndpoint endpoint() {
        return new JwksEndpoint(URI.create(url("/jwks")), false);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void publish(String jwks) {
        answer = exchange -> send(exchange, 200, jwks);
    }

    void fail(int status) {
        answer = exchange -> send(exchange, status, "out of order");
    }

    void answer(HttpHandler handler) {
        answer = handler;
    }

    /** Lets every request wait until the latch opens. */
    void holdUntil(CountDownLatch latch) {
        HttpHandler then = answer;
        answer = exchange -> {
            awaitUninterruptibly(latch);
            then.handle(exchange);
        };
    }

    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = Tokens.utf8(body);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            answer.handle(exchange);
        }
    }

    static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
