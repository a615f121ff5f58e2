package io.omnibridge.bootstrap.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.bootstrap.process.KeptConnection;
import io.omnibridge.bootstrap.process.RequestConnection;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node keeps the jar that it was started with, however often the launcher builds another one. */
@Tag("P6")
class RebuiltJarIT {

    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = Checkout.in(folder.resolve("a folder with spaces"));
        Files.writeString(checkout.folder().resolve("bootstrap/startup-cache"), "#!/bin/sh\n");
    }

    @Test
    void a_running_node_keeps_its_jar_when_the_launcher_builds_again() throws IOException {
        try (Run node = serve()) {
            int port = Integer.parseInt(
                    node.awaitErr("listening on [^\\s\"]*:(\\d+)").group(1));
            Path copy = checkout.copies().get(0);
            byte[] content = Files.readAllBytes(copy);

            buildAnother("second");

            assertEquals(2, checkout.copies().size());
            assertArrayEquals(content, Files.readAllBytes(copy));
            assertAnswers(port);
        }
        buildAnother("third");
        assertEquals(1, checkout.copies().size());
    }

    @Test
    void the_same_jar_again_is_the_same_copy() throws IOException {
        checkout.builds(StubProgram.jar(folder, "stub"));
        version();
        List<Path> copies = checkout.copies();

        checkout.editSource();
        version();

        assertEquals(copies, checkout.copies());
    }

    @Test
    void a_jar_that_another_build_is_just_writing_is_not_run() throws IOException {
        checkout.builds(StubProgram.jar(folder, "stub"));
        Files.writeString(checkout.jar(), "PK");

        assertTrue(version().contains("omnibridge: building the runnable jar\n"));
        assertEquals(1, checkout.copies().size());
    }

    @Test
    void a_build_without_a_usable_jar_is_reported() throws IOException {
        checkout.buildsBy("echo junk >bootstrap/target/omnibridge.jar");

        try (Run run = Checkout.start(checkout.script(), Map.of(), "--version")) {
            assertEquals(1, run.exit());
            assertTrue(run.err().endsWith("omnibridge: the jar that was built does not start.\n"), run::err);
        }
        assertEquals(List.of(), checkout.copies());
    }

    private Run serve() {
        return Checkout.start(checkout.script(), Map.of("OMNIBRIDGE_HTTP_PORT", "0"), "serve", "--dev");
    }

    /** Makes the launcher build another jar. */
    private void buildAnother(String note) throws IOException {
        checkout.builds(StubProgram.jar(folder, note));
        checkout.editSource();
        version();
    }

    /** Returns what the launcher printed to standard error. */
    private String version() {
        try (Run run = Checkout.start(checkout.script(), Map.of(), "--version")) {
            assertEquals(0, run.exit(), run::err);
            return run.err();
        }
    }

    /** Sends requests whose answers need classes and resources that the node has not loaded yet. */
    private static void assertAnswers(int port) throws IOException {
        String description = "GET /openapi.yaml HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        byte[] response = RequestConnection.exchange(port, description);
        assertTrue(new String(response, StandardCharsets.UTF_8).startsWith("HTTP/1.1 200"));
        try (KeptConnection connection = new KeptConnection(port)) {
            assertEquals(
                    401,
                    connection.exchange(KeptConnection.get("/accounts", "none")).status());
            assertEquals(
                    401,
                    connection
                            .exchange(KeptConnection.post("/accounts/link", "none", "{}"))
                            .status());
            assertEquals(
                    404,
                    connection.exchange(KeptConnection.get("/nothing", "none")).status());
        }
    }
}
