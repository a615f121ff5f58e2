package io.omnibridge.adapters.http.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.Gate;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D5")
class GracefulStopTest {

    @Test
    void a_request_in_flight_is_answered_while_the_server_stops() throws InterruptedException {
        TestApi api = TestApi.standard();
        api.start();
        Gate gate = new Gate(1);
        api.store().beforeEveryCall(gate::pass);
        try (RawHttp connection = api.connect()) {
            connection.send(api.get("/accounts").as("alice").toBytes());
            gate.awaitExpected();
            Thread stopping = new Thread(api::stop);
            stopping.start();
            awaitRefusedConnection(api);
            gate.open();
            connection.read().is(200);
            connection.awaitClosed();
            stopping.join();
        }
    }

    /** Waits until the port refuses connections. */
    private static void awaitRefusedConnection(TestApi api) {
        int port = api.port();
        boolean refused = false;
        while (!refused) {
            try (RawHttp connection = RawHttp.connect(port)) {
                refused = !connection.trySend("\r\n");
            } catch (java.io.UncheckedIOException e) {
                refused = true;
            }
        }
        assertTrue(refused);
    }
}
