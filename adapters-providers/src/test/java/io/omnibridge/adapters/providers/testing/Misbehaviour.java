package io.omnibridge.adapters.providers.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** One kind of misbehaviour of an endpoint. */
@FunctionalInterface
public interface Misbehaviour {

    /** The proper behaviour of the endpoint, with its side effects. */
    interface Proper {
        Reply act();
    }

    /** Responds to one request whose body has been read. {@code properly} takes effect only if it is called. */
    void respond(HttpExchange exchange, RecordedRequest request, Proper properly) throws IOException;

    /** Acts properly and drops the response: codes and refresh tokens are used up. */
    static Misbehaviour lost() {
        return (exchange, request, properly) -> {
            properly.act();
            exchange.close();
        };
    }

    /** Does nothing and closes the connection. */
    static Misbehaviour cut() {
        return (exchange, request, properly) -> exchange.close();
    }

    /** Acts properly and responds late. */
    static Misbehaviour slow(Duration delay) {
        return (exchange, request, properly) -> {
            Reply reply = properly.act();
            pause(delay);
            HttpMessages.send(exchange, reply);
        };
    }

    /** Acts properly and sends the response byte by byte. */
    static Misbehaviour dripping(Duration between) {
        return (exchange, request, properly) -> {
            byte[] body = HttpMessages.json(properly.act().body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            for (byte one : body) {
                exchange.getResponseBody().write(one);
                exchange.getResponseBody().flush();
                pause(between);
            }
            exchange.close();
        };
    }

    /** Does nothing and responds with this status, headers and body. */
    static Misbehaviour status(int status, Map<String, String> headers, String body) {
        return (exchange, request, properly) -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /** Does nothing and responds with this status and no body. */
    static Misbehaviour status(int status) {
        return status(status, Map.of(), "");
    }

    /** Does nothing and responds with this OAuth error. */
    static Misbehaviour error(int status, String error) {
        return status(status, Map.of("Content-Type", "application/json"), "{\"error\":\"" + error + "\"}");
    }

    /** Acts properly and responds with HTML. */
    static Misbehaviour html() {
        return (exchange, request, properly) -> {
            properly.act();
            status(200, Map.of("Content-Type", "text/html"), "<html>Good evening</html>")
                    .respond(exchange, request, properly);
        };
    }

    /** Does nothing and responds with a redirect. */
    static Misbehaviour redirect(int status, URI to) {
        return status(status, Map.of("Location", to.toString()), "");
    }

    /** Acts properly and responds with ten megabytes. */
    static Misbehaviour huge() {
        return (exchange, request, properly) -> {
            properly.act();
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), 10 * 1024);
            exchange.close();
        };
    }

    /** Does nothing and responds with a gigabyte. */
    static Misbehaviour endless() {
        return (exchange, request, properly) -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), 1024 * 1024);
            exchange.close();
        };
    }

    /** Does nothing and responds with a hundred megabytes, compressed to a hundred kilobytes. */
    static Misbehaviour gzipBomb() {
        return (exchange, request, properly) -> {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
                write(gzip, 100 * 1024);
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, zipped.size());
            zipped.writeTo(exchange.getResponseBody());
            exchange.close();
        };
    }

    /** Acts properly and compresses the response by gzip, although the request asks for no compression. */
    static Misbehaviour gzip() {
        return (exchange, request, properly) -> {
            Reply reply = properly.act();
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
                gzip.write(HttpMessages.json(reply.body()));
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(reply.status(), zipped.size());
            zipped.writeTo(exchange.getResponseBody());
        };
    }

    /** Acts properly and names another content encoding. */
    static Misbehaviour encoded(String encoding) {
        return (exchange, request, properly) -> {
            exchange.getResponseHeaders().set("Content-Encoding", encoding);
            HttpMessages.send(exchange, properly.act());
        };
    }

    /** Acts properly and responds with another status. */
    static Misbehaviour withStatus(int status) {
        return (exchange, request, properly) ->
                HttpMessages.send(exchange, new Reply(status, properly.act().body()));
    }

    /** Acts properly and adds ten thousand headers. */
    static Misbehaviour manyHeaders() {
        return (exchange, request, properly) -> {
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseHeaders().set("X-Noise-" + i, "noise");
            }
            HttpMessages.send(exchange, properly.act());
        };
    }

    /** Acts properly and changes the response. */
    static Misbehaviour altered(Consumer<Map<String, Object>> change) {
        return (exchange, request, properly) -> {
            Reply reply = properly.act();
            Map<String, Object> body = new LinkedHashMap<>(reply.body());
            change.accept(body);
            HttpMessages.send(exchange, new Reply(reply.status(), body));
        };
    }

    /** Does nothing and responds with an error that repeats the whole request. */
    static Misbehaviour echoing(int status, String error) {
        return (exchange, request, properly) -> {
            String everything = request.body() + " " + request.headers();
            exchange.getResponseHeaders().set("X-Echo", request.body().replaceAll("[\\r\\n]", " "));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("error", error);
            body.put("error_description", everything);
            HttpMessages.send(exchange, new Reply(status, body));
        };
    }

    private static void write(OutputStream out, int kilobytes) throws IOException {
        byte[] kilobyte = new byte[1024];
        Arrays.fill(kilobyte, (byte) ' ');
        for (int i = 0; i < kilobytes; i++) {
            out.write(kilobyte);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
