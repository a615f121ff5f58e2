package io.omnibridge.adapters.providers.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.OneShotServer;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.http.OutboundClient;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests on connections of their own leave a bounded number of threads, without a garbage collection. */
@Tag("A27")
class FreshConnectionsTest {

    private static final int REQUESTS = 100;

    private final Transport transport = new Transport(Egress.DIRECT);

    @Test
    void a_server_that_announces_the_close_is_called_by_one_client_on_new_connections() throws Exception {
        long before = selectorThreads();
        try (OneShotServer server = OneShotServer.start("Connection: close\r\n")) {
            for (int i = 0; i < REQUESTS; i++) {
                assertEquals(200, send(server.url()));
            }

            assertEquals(REQUESTS, server.connections());
            assertTrue(server.requests().stream().allMatch(it -> it.contains("Connection: close")));
        }
        assertTrue(selectorThreads() <= before + 1, () -> "threads: " + selectorThreads());
    }

    @Test
    void a_server_that_closes_silently_is_called_by_a_few_clients_on_new_connections() throws Exception {
        long before = selectorThreads();
        try (OneShotServer server = OneShotServer.start("")) {
            for (int i = 0; i < REQUESTS; i++) {
                assertEquals(200, send(server.url()));
            }

            assertEquals(REQUESTS, server.connections());
        }
        assertTrue(selectorThreads() <= before + FreshConnections.MAX_CLIENTS, () -> "threads: " + selectorThreads());
    }

    @Test
    void two_responses_at_once_move_on_to_the_next_client_once() {
        FreshConnections fresh = new FreshConnections(() -> Egress.DIRECT.client(Duration.ofSeconds(1)));
        OutboundClient first = fresh.client();
        ProviderResponse open =
                new ProviderResponse(200, HttpHeaders.of(Map.of(), (name, value) -> true), Optional.empty());

        fresh.received(open, first);
        fresh.received(open, first);

        OutboundClient second = fresh.client();
        assertNotEquals(first, second);
        assertEquals(second, fresh.client());
    }

    private int send(URI url) throws RequestFailed {
        return transport
                .send(new ProviderRequest(
                        "POST", url, Map.of(), Optional.of("code=once"), Duration.ofSeconds(10), true))
                .status();
    }

    /** Each client of the JDK has one such thread. */
    private static long selectorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("HttpClient-\\d+-SelectorManager"))
                .count();
    }
}
