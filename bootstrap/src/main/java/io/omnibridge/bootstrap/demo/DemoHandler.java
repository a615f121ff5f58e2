package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.omnibridge.adapters.support.net.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP side of {@link DemoApi}, {@link DemoAuthorization} and {@link DemoIssuer}: one request for each connection. Each response says that the data is
 * invented. Thread-safe.
 */
final class DemoHandler implements HttpHandler {

    private static final int MAX_BODY = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DemoApi api;
    private final DemoAuthorization authorization;
    private final DemoIssuer issuer;

    DemoHandler(DemoApi api, DemoAuthorization authorization, DemoIssuer issuer) {
        this.api = api;
        this.authorization = authorization;
        this.issuer = issuer;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            DemoResponse response = respond(method, exchange);
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
            // On a connection that stays open, the JDK's server waits for the acknowledgement of the headers.
            exchange.getResponseHeaders().set("Connection", "close");
            response.location().ifPresent(it -> exchange.getResponseHeaders().set("Location", it.toString()));
            if (method.equals("HEAD")) {
                exchange.sendResponseHeaders(response.status(), -1);
            } else {
                exchange.sendResponseHeaders(response.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private DemoResponse respond(String method, HttpExchange exchange) throws IOException {
        URI target = exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
        if (!isOfThisMachine(exchange)) {
            return DemoResponse.failed(421, "the demo is for programs and browsers on this machine");
        }
        String path = target.getPath();
        if (path.startsWith(DemoAuthorization.BASE + "/")) {
            return authorization.respond(method, path, parameters(method, target, body));
        }
        if (DemoIssuer.has(path)) {
            return issuer.respond(method, path, parameters(method, target, body));
        }
        Optional<String> header =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
        return api.respond(method, header, target, json(body));
    }

    /** A page of another site, whose name leads to this machine, says its own name (DNS rebinding). */
    private static boolean isOfThisMachine(HttpExchange exchange) {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        return Loopback.isLoopback(host.replaceFirst(":[0-9]+$", ""));
    }

    private static Map<String, String> parameters(String method, URI target, byte[] body) {
        return method.equals("POST")
                ? DemoCall.query(new String(body, StandardCharsets.UTF_8))
                : DemoCall.query(target);
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
