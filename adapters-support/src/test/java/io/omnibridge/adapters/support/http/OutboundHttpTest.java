package io.omnibridge.adapters.support.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutboundHttpTest {

    @Test
    @Tag("C21")
    void a_host_with_an_underscore_is_reached_and_named() throws Exception {
        HttpServer server = echoOfHost();
        HttpClient client = OutboundHttp.clientBuilder(Duration.ofSeconds(5)).build();
        URI url = URI.create("http://stack_issuer:" + server.getAddress().getPort() + "/jwks?a=b");

        try {
            HttpRequest request = OutboundHttp.request(url, host -> InetAddress.getLoopbackAddress())
                    .build();
            assertEquals(
                    url.getRawAuthority() + " /jwks?a=b",
                    client.send(request, BodyHandlers.ofString()).body());
        } finally {
            server.stop(0);
        }
    }

    @Test
    @Tag("C21")
    void a_host_with_an_underscore_that_is_unknown_fails_as_such() {
        assertThrows(
                UnknownHostException.class, () -> OutboundHttp.request(URI.create("http://no_such_host.invalid/jwks")));
    }

    private static HttpServer echoOfHost() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String seen = exchange.getRequestHeaders().getFirst("Host") + " " + exchange.getRequestURI();
            exchange.sendResponseHeaders(200, seen.length());
            exchange.getResponseBody().write(seen.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        return server;
    }
}
