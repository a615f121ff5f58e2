package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.bootstrap.canary.Canaries;
import io.omnibridge.bootstrap.process.RequestConnection;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test run fails if a secret leaks through any channel. */
@Tag("S1")
class LeakDetectionIT {

    /** Plants a leak: the service repeats a request id, so the test sends a secret in its place. */
    @Test
    @Tag("S6")
    void a_secret_in_any_channel_fails_the_test_run() {
        String planted = "0123456789abcdef-0123456789abcdef";
        Vault vault = Vault.start(List.of("-Dplanted=" + planted), Map.of());
        vault.watch("planted", planted);
        vault.send(Request.get("/nowhere").with("X-Request-Id", planted));
        vault.inspectProcess();

        AssertionError failure = assertThrows(AssertionError.class, vault::close);

        for (String channel : List.of("response", "arguments", "VM.system_properties", "VM.command_line")) {
            assertTrue(failure.toString().contains("planted as RAW in " + channel), failure::toString);
        }
    }

    @Test
    void a_secret_on_standard_output_or_standard_error_is_found() {
        Canaries canaries = new Canaries();
        Map<String, String> environment = Map.of("PLANTED", canaries.plant("planted"));

        try (Run run = Run.start(Path.of("."), environment, List.of("sh", "-c", "echo $PLANTED; echo $PLANTED >&2"))) {
            run.exit();

            assertEquals(List.of("planted as RAW"), canaries.sightings(run.out().getBytes(StandardCharsets.UTF_8)));
            assertEquals(List.of("planted as RAW"), canaries.sightings(run.err().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 %s\r\n\r\n",
                "HTTP/1.1 400 Bad\r\nX-Leak: %s\r\n\r\n",
                "HTTP/1.1 400 Bad\r\n\r\n{\"detail\":\"%s\"}"
            })
    void every_part_of_a_response_is_searched(String template) throws IOException {
        Canaries canaries = new Canaries();
        String response = template.formatted(canaries.plant("planted"));

        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(server, response));
            byte[] seen = RequestConnection.exchange(server.getLocalPort(), "GET");
            served.join();

            assertEquals(List.of("planted as RAW"), canaries.sightings(seen));
        }
    }

    private static void serve(ServerSocket server, String response) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
