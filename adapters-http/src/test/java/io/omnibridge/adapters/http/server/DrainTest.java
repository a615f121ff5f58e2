package io.omnibridge.adapters.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that drains serves on, and ends each connection with its next response. */
@Tag("P4")
class DrainTest {

    private final TestApi api = TestApi.standard();

    @BeforeEach
    void start() {
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop();
    }

    @Test
    void an_open_connection_is_closed_after_its_next_response() {
        try (RawHttp connection = api.connect()) {
            byte[] request = api.get("/accounts").as("alice").toBytes();
            connection.send(request);
            assertFalse(connection.read().is(200).headers().containsKey("connection"));

            api.drain();

            connection.send(request);
            assertCloses(200, connection.read());
            connection.awaitClosed();
        }
    }

    @Test
    void every_response_on_a_new_connection_says_that_it_is_the_last() {
        api.drain();

        assertCloses(200, "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        assertCloses(401, "GET /accounts HTTP/1.1\r\nHost: a\r\n\r\n");
        assertCloses(404, "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n");
        assertCloses(405, "PUT /accounts HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
        assertCloses(400, "GET /accounts HTTP/1.1\r\n\r\n");
        assertCloses(413, "POST /accounts/link HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n");
        assertCloses(200, "GET /healthz HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
    }

    @Test
    void a_connection_that_was_open_when_the_port_closed_gets_its_response() throws InterruptedException {
        try (RawHttp connection = api.connect()) {
            byte[] request = api.get("/accounts").as("alice").toBytes();
            connection.send(request).read().is(200);
            api.drain();
            int port = api.port();
            Thread closing = new Thread(this::closePort);
            closing.start();
            awaitRefusedConnection(port);

            assertCloses(200, connection.send(request).read());
            connection.awaitClosed();
            closing.join();
        }
    }

    private void closePort() {
        try {
            api.closePort();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitRefusedConnection(int port) {
        boolean refused = false;
        while (!refused) {
            try (RawHttp connection = RawHttp.connect(port)) {
                refused = !connection.trySend("\r\n");
            } catch (UncheckedIOException e) {
                refused = true;
            }
        }
    }

    private void assertCloses(int status, String request) {
        try (RawHttp connection = api.connect()) {
            assertCloses(status, connection.send(request).read());
            connection.awaitClosed();
        }
    }

    private static void assertCloses(int status, TestResponse response) {
        assertEquals("close", response.is(status).header("connection"));
    }
}
