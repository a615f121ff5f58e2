package io.omnibridge.adapters.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.PemSamples;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MetricsServerTest {

    private static final SlowClientLimits SHORT =
            new SlowClientLimits(Duration.ofSeconds(10), Duration.ofSeconds(3), 1_000_000);
    private static final MetricsServer SERVER =
            new MetricsServer(Listener.plain("127.0.0.1", 0), SHORT, () -> "up 1\n");

    @BeforeAll
    static void start() throws Exception {
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @Test
    void the_server_serves_metrics_and_nothing_else() {
        TestResponse metrics = get("/metrics");
        assertEquals(200, metrics.status());
        assertEquals("up 1\n", metrics.body());
        assertEquals("text/plain; version=0.0.4; charset=utf-8", metrics.header("content-type"));
        for (String path : List.of("/", "/metrics/", "/Metrics", "/accounts", "/healthz")) {
            assertEquals(404, get(path).status(), path);
        }
    }

    @Tag("S5")
    @Test
    void responses_do_not_reveal_the_server_software() {
        for (String path : List.of("/metrics", "/nothing", "/%", "/%2e%2e", "/" + "x".repeat(20_000))) {
            TestResponse response = get(path);
            assertFalse(response.headers().containsKey("server"), response::toString);
            assertTrue(response.status() == 200 || response.body().isEmpty(), response::toString);
        }
    }

    @Tag("H2")
    @Test
    void slow_clients_are_disconnected_and_delay_no_other() {
        List<RawHttp> slow = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            slow.add(RawHttp.connect(SERVER.port()).send("GET /metrics HTTP/1.1\r\nX: "));
        }
        while (!slow.isEmpty()) {
            slow.removeIf(connection -> !connection.trySend("x"));
            assertEquals(200, get("/metrics").status());
        }
    }

    @Tag("T1")
    @Test
    void the_server_supports_tls() throws Exception {
        try (ServerTls tls = PemSamples.EC.serve()) {
            MetricsServer server =
                    new MetricsServer(new Listener("127.0.0.1", 0, Optional.of(tls)), SHORT, () -> "up 1\n");
            server.start();
            try (RawHttp connection = RawHttp.connectTls(server.port())) {
                connection.send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
                assertEquals("up 1\n", connection.read().body());
            } finally {
                server.stop();
            }
        }
    }

    private static TestResponse get(String path) {
        try (RawHttp connection = RawHttp.connect(SERVER.port())) {
            return connection
                    .send("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    .read();
        }
    }
}
