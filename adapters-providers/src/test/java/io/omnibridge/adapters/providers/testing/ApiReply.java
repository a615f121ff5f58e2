package io.omnibridge.adapters.providers.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Response of a {@link StrictApi}. */
public record ApiReply(int status, Map<String, String> headers, String body) {

    public ApiReply {
        headers = Map.copyOf(headers);
    }

    /** Returns a response with a JSON document. */
    public static ApiReply json(int status, String json) {
        return new ApiReply(status, Map.of("Content-Type", "application/json; charset=utf-8"), json);
    }

    /** Returns a response with status 200 and a JSON document. */
    public static ApiReply json(String json) {
        return json(200, json);
    }

    /** Returns a response with the content of a file. */
    public static ApiReply file(String type, String content) {
        return new ApiReply(200, Map.of("Content-Type", type), content);
    }

    /** Returns this response with another header. */
    public ApiReply with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new ApiReply(status, all, body);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean isEmpty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isEmpty ? -1 : bytes.length);
        if (!isEmpty) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
