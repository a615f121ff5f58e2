package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command over TLS is in {@code TlsIT}. */
class HealthCommandTest extends CommandLineFixture {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_ready_service_is_healthy() {
        assertEquals(0, health());
        assertEquals("ready\n", out.toString());
        assertEquals(List.of("GET /readyz"), requests);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 404, 302, 500})
    void any_other_response_is_not(int responded) {
        status = responded;

        assertEquals(1, health());
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("responded " + responded), err.toString());
    }

    @Test
    void a_service_that_is_not_running_is_not() {
        server.stop(0);

        assertEquals(1, health());
        assertTrue(err.toString().contains("cannot be reached"), err.toString());
    }

    @Test
    void a_wrong_setting_is_named() {
        assertEquals(2, run(Map.of("OMNIBRIDGE_HTTP_PORT", "0"), "health"));
        assertTrue(err.toString().contains("OMNIBRIDGE_HTTP_PORT"), err.toString());
    }

    private int health() {
        String port = Integer.toString(server.getAddress().getPort());
        return run(Map.of("OMNIBRIDGE_HTTP_PORT", port, "OMNIBRIDGE_JWT_SECRET_FILE", "/nowhere"), "health");
    }
}
