package io.omnibridge.adapters.support.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.omnibridge.adapters.support.jwks.JwksEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** HTTP server on loopback that publishes a key set, or misbehaves as a test says, and counts requests. */
public final class KeyServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile HttpHandler response = exchange -> send(exchange, 404, "");

    public KeyServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public KeyServer(String jwks) {
        this();
        publish(jwks);
    }

    public JwksEndpoint endpoint() {
        return new JwksEndpoint(URI.create(url("/jwks")), false);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public void publish(String jwks) {
        response = exchange -> send(exchange, 200, jwks);
    }

    public void fail(int status) {
        response = exchange -> send(exchange, status, "out of order");
    }

    public void respond(HttpHandler handler) {
        response = handler;
    }

    /** Delays every response until the latch opens. */
    public void delayUntil(CountDownLatch latch) {
        HttpHandler then = response;
        response = exchange -> {
            awaitUninterruptibly(latch);
            then.handle(exchange);
        };
    }

    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            response.handle(exchange);
        }
    }

    public static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
