package io.omnibridge.benchmarks.contender;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A provider whose API answers 2 KiB of JSON at once or after a second, or 32 MiB of it, and whose identity endpoint names one
 * account.
 */
final class Upstream implements AutoCloseable {

    static final String ITEMS = "/bench/items";

    private static final int BYTES = 2048;
    private static final int MANY_BYTES = 32 * 1024 * 1024;
    private static final int BACKLOG = 512;
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param account the id that the identity endpoint names */
    Upstream(String account) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        answer("/me", "{\"id\":\"" + account + "\"}", Duration.ZERO);
        answer(ITEMS, items(BYTES), Duration.ZERO);
        answer("/bench/slow", items(BYTES), SLOW);
        answer("/bench/large", items(MANY_BYTES), Duration.ZERO);
        server.start();
    }

    private static String items(int bytes) {
        return "{\"items\":[\"" + "x".repeat(bytes - "{\"items\":[\"\"]}".length()) + "\"]}";
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    private void answer(String path, String json, Duration delay) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> respond(exchange, body, delay));
    }

    private static void respond(HttpExchange exchange, byte[] body, Duration delay) throws IOException {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
