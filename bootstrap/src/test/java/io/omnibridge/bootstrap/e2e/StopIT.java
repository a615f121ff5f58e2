package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.bootstrap.process.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that is told to stop finishes what it has begun, and says so line by line. */
@Tag("D5")
class StopIT {

    private static final Duration BOUND = Duration.ofSeconds(12);

    /** White space that JSON may end with, one for every time that a test looks whether something has happened. */
    private static final String PADDING = " ".repeat(2000);

    @Test
    void it_is_not_ready_then_finishes_the_request_in_flight_and_ends_with_the_status_of_the_signal()
            throws IOException {
        try (Vault vault = Vault.start(
                List.of(), Map.of("OMNIBRIDGE_LOG_FORMAT", "json", "OMNIBRIDGE_PORT_80_TCP", "tcp://10.0.0.1:80"))) {
            Request link = Request.post("/accounts/link", vault.linkBody("github", "1", "") + PADDING);
            String request = link.as(vault.token("alice")).text();
            int begun = request.length() - PADDING.length();
            try (RequestConnection inFlight = new RequestConnection(vault.port())) {
                inFlight.send(request.substring(0, begun));
                assertTrue(isReady(vault));
                long begin = System.nanoTime();
                vault.run().terminate();

                AtomicInteger sent = new AtomicInteger(begun);
                Poll.until(() -> drip(inFlight, sent) && !isReady(vault), BOUND);
                Poll.until(() -> drip(inFlight, sent) && !takesConnections(vault), BOUND);
                inFlight.send(request.substring(sent.get()));

                assertEquals(201, vault.keep("answer", inFlight.answer()).status());
                assertEquals(143, vault.run().exit());
                assertTrue(System.nanoTime() - begin < BOUND.toNanos());
            }
            assertEquals(
                    List.of("listening", "metrics", "stopping", "stopped"),
                    vault.run().err().lines().map(StopIT::firstWord).toList());
        }
    }

    /** One more byte: the server gives up on a client that sends nothing for a second while it stops. */
    private static boolean drip(RequestConnection connection, AtomicInteger sent) {
        try {
            connection.send(" ");
            return sent.incrementAndGet() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReady(Vault vault) {
        return vault.send(Request.get("/readyz")).status() == 200;
    }

    private static boolean takesConnections(Vault vault) {
        try (RequestConnection connection = new RequestConnection(vault.port())) {
            connection.send("");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String firstWord(String line) {
        try {
            JsonNode event = new ObjectMapper().readTree(line);
            assertEquals("INFO", event.path("level").asText());
            assertTrue(event.path("at").asText().endsWith("Z"));
            return event.path("message").asText().split(" ", -1)[0];
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
