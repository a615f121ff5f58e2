package io.omnibridge.bootstrap.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

    private static final String BUILDING = "omnibridge: building the runnable jar\n";

    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = Checkout.in(folder.resolve("a folder with spaces"));
    }

    @Test
    void the_launcher_builds_a_missing_or_outdated_jar() throws IOException {
        checkout.builds(StubProgram.jar(folder, "stub"));

        assertVersion(start(), BUILDING + "noise\n");
        assertVersion(start(), "");
        checkout.editSource();
        assertVersion(start(), BUILDING + "noise\n");
    }

    @Test
    void the_launcher_works_through_nested_symbolic_links() throws IOException {
        checkout.builds(StubProgram.jar(folder, "stub"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path near = Files.createSymbolicLink(bin.resolve("near"), checkout.script());
        Path far = Files.createSymbolicLink(folder.resolve("far"), folder.relativize(near));

        assertVersion(Checkout.start(far, Map.of(), "--version"), BUILDING + "noise\n");
    }

    @Test
    void arguments_and_exit_status_are_passed_on_unchanged() {
        try (Run run = Checkout.start(checkout.script(), Map.of(), "no such command *")) {
            assertEquals(2, run.exit());
            assertTrue(run.err().contains("an argument is unknown, or stands where none is expected\n"), run::err);
        }
    }

    @Test
    void warnings_of_the_jdk_are_suppressed() {
        try (Run run = Checkout.start(checkout.script(), Map.of(), "keys", "new")) {
            assertEquals(0, run.exit());
            assertEquals(BUILDING + "noise\n", run.err());
            assertEquals(1, run.out().lines().count());
        }
    }

    @Test
    void a_failed_build_is_reported_in_one_sentence() throws IOException {
        checkout.buildsBy("echo broken; exit 1");

        try (Run run = start()) {
            assertEquals(1, run.exit());
            assertEquals(BUILDING + "broken\nomnibridge: the build failed, see above.\n", run.err());
            assertEquals("", run.out());
        }
    }

    @Test
    void a_missing_jdk_is_reported_with_advice() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "sed", "head", "find", "readlink")) {
            fake(tools.resolve(tool), "exec " + where(tool) + " \"$@\"");
        }
        String script = Files.readString(checkout.script());
        Files.writeString(checkout.script(), script.replaceAll("(/usr/lib/jvm|/opt/java|/Library/Java)/", "/nowhere/"));
        Map<String, String> nothing = Map.of("PATH", tools.toString(), "JAVA_HOME", "", "HOME", folder.toString());

        try (Run run = Checkout.start(checkout.script(), nothing, "--version")) {
            assertEquals(1, run.exit());
            assertEquals("omnibridge: no JDK from 17 on was found: install one, or set JAVA_HOME.\n", run.err());
            assertEquals("", run.out());
        }
    }

    private Run start() {
        return Checkout.start(checkout.script(), Map.of(), "--version");
    }

    private static void assertVersion(Run started, String err) {
        try (Run run = started) {
            assertEquals(0, run.exit(), run::err);
            assertTrue(run.out().matches("omnibridge \\d+\\.\\d+\\.\\d+\\S*\n"), run::out);
            assertEquals(err, run.err());
        }
    }

    private static void fake(Path command, String script) throws IOException {
        Files.writeString(command, "#!/bin/sh\n" + script + "\n");
        command.toFile().setExecutable(true);
    }

    private static String where(String tool) {
        try (Run run = Run.start(Omnibridge.PROJECT, Map.of(), List.of("sh", "-c", "command -v " + tool))) {
            assertEquals(0, run.exit());
            return run.out().strip();
        }
    }
}
