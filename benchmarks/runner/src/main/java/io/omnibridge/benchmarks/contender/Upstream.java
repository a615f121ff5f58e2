package io.omnibridge.benchmarks.contender;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider whose API answers 2 KiB of JSON, and whose identity endpoint names one account. */
final class Upstream implements AutoCloseable {

    private static final int BYTES = 2048;
    private static final int BACKLOG = 128;

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
        answer("/me", "{\"id\":\"" + account + "\"}");
        answer("/bench/items", "{\"items\":[\"" + "x".repeat(BYTES - "{\"items\":[\"\"]}".length()) + "\"]}");
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns a providers file in which Google is this provider, and its API is readable. */
    Path providersFile() {
        try {
            Path file = Files.createTempFile("bench-providers", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    providers:
                      google:
                        client_id: bench
                        client_secret: a-secret-of-the-benchmark
                        data_by_token: true
                        identity_url: %1$s/me
                        identity_path: /id
                        apis:
                          /bench:
                            url: %1$s/bench
                            reads:
                              - { get: /items }
                    """.formatted(url()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> respond(exchange, body));
    }

    private static void respond(HttpExchange exchange, byte[] body) throws IOException {
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
