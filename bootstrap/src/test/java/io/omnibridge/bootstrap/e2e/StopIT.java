package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.bootstrap.process.RequestConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that receives SIGTERM finishes running requests, and logs each step. */
@Tag("D5")
class StopIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    /** Trailing white space of JSON. The test sends one character of it at each poll. */
    private static final String PADDING = " ".repeat(2000);

    @Test
    void sigterm_ends_readiness_then_running_requests_then_the_process() throws IOException {
        try (Vault vault = Vault.start(
                List.of(),
                Map.of(
                        "OMNIBRIDGE_DRAIN",
                        "1s",
                        "OMNIBRIDGE_LOG_FORMAT",
                        "json",
                        "OMNIBRIDGE_PORT_80_TCP",
                        "tcp://10.0.0.1:80"))) {
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
                Poll.until(() -> drip(inFlight, sent) && !acceptsConnections(vault), BOUND);
                inFlight.send(request.substring(sent.get()));

                assertEquals(
                        201,
                        vault.keep("response", new RawResponse(inFlight.response()))
                                .status());
                assertEquals(143, vault.run().exit());
                assertTrue(System.nanoTime() - begin < BOUND.toNanos());
            }
            assertEquals(
                    List.of("listening", "metrics", "stopping", "stopped"),
                    vault.run().err().lines().map(StopIT::firstWord).toList());
        }
    }

    /** Sends one more byte. A stopping server disconnects a client that sends nothing for a second. */
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

    private static boolean acceptsConnections(Vault vault) {
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
