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

/** One way for an endpoint not to behave. What it does properly happens only if it is asked for. */
@FunctionalInterface
public interface Misbehaviour {

    /** What the endpoint would do, with all its consequences, and say. */
    interface Proper {
        Reply act();
    }

    /** Answers one request, after its body was read. */
    void answer(HttpExchange exchange, RecordedRequest request, Proper properly) throws IOException;

    /** Does what it should, and loses the answer: codes and refresh tokens are used up. */
    static Misbehaviour lost() {
        return (exchange, request, properly) -> {
            properly.act();
            exchange.close();
        };
    }

    /** Does nothing, and says nothing. */
    static Misbehaviour cut() {
        return (exchange, request, properly) -> exchange.close();
    }

    /** Does what it should, and says so late. */
    static Misbehaviour slow(Duration delay) {
        return (exchange, request, properly) -> {
            Reply reply = properly.act();
            pause(delay);
            HttpMessages.send(exchange, reply);
        };
    }

    /** Sends a byte of its answer now and then. */
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

    /** Does nothing, and answers with this. */
    static Misbehaviour status(int status, Map<String, String> headers, String body) {
        return (exchange, request, properly) -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    static Misbehaviour status(int status) {
        return status(status, Map.of(), "");
    }

    static Misbehaviour error(int status, String error) {
        return status(status, Map.of("Content-Type", "application/json"), "{\"error\":\"" + error + "\"}");
    }

    /** Does what it should, and answers with a page. */
    static Misbehaviour html() {
        return (exchange, request, properly) -> {
            properly.act();
            status(200, Map.of("Content-Type", "text/html"), "<html>Good evening</html>")
                    .answer(exchange, request, properly);
        };
    }

    /** Answers with a redirection. */
    static Misbehaviour redirect(int status, URI to) {
        return status(status, Map.of("Location", to.toString()), "");
    }

    /** Ten megabytes. */
    static Misbehaviour huge() {
        return (exchange, request, properly) -> {
            properly.act();
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), 10 * 1024);
            exchange.close();
        };
    }

    /** A body without an end, or at least of a gigabyte. */
    static Misbehaviour endless() {
        return (exchange, request, properly) -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), 1024 * 1024);
            exchange.close();
        };
    }

    /** A hundred megabytes in a hundred kilobytes. */
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

    /** Ten thousand headers before what it should say. */
    static Misbehaviour manyHeaders() {
        return (exchange, request, properly) -> {
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseHeaders().set("X-Noise-" + i, "noise");
            }
            HttpMessages.send(exchange, properly.act());
        };
    }

    /** Does what it should, and says something else. */
    static Misbehaviour altered(Consumer<Map<String, Object>> change) {
        return (exchange, request, properly) -> {
            Reply reply = properly.act();
            Map<String, Object> body = new LinkedHashMap<>(reply.body());
            change.accept(body);
            HttpMessages.send(exchange, new Reply(reply.status(), body));
        };
    }

    /** Refuses, and repeats all that it was told. */
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
