package io.omnibridge.bootstrap.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which JDK the launcher runs. The JDKs are scripts that print their name, and the jar is an empty file. */
class LauncherJdkTest {

    private static final String ADVICE = "correct it, or unset it to use the newest JDK that is found.\n";
    private static final int OTHER_USER = 65_534;

    @TempDir
    private Path folder;

    private Path script;
    private Path home;

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Checkout checkout = Checkout.in(folder.resolve("checkout"));
        script = checkout.script();
        String text = Files.readString(script);
        Files.writeString(
                script, text.replaceAll("(/usr/lib/jvm|/opt/java|/Library/Java)/", folder.resolve("none") + "/"));
        Files.createFile(checkout.jar());
    }

    @Test
    @Tag("S23")
    void java_home_is_used_although_there_is_a_newer_jdk() throws IOException {
        Path chosen = jdk(folder.resolve("chosen"), 17);
        jdk(home.resolve(".sdkman/candidates/java/newest"), 99);

        assertRuns("chosen", Map.of("JAVA_HOME", chosen.toString()));
    }

    @ParameterizedTest
    @CsvSource({"old, JAVA_HOME is a JDK before 17: ", "nowhere, JAVA_HOME is not the home of a JDK: "})
    @Tag("S23")
    void a_java_home_that_cannot_be_used_ends_the_start(String name, String problem) throws IOException {
        jdk(folder.resolve("old"), 11);
        jdk(home.resolve(".sdkman/candidates/java/newest"), 99);

        try (Run run = start(Map.of("JAVA_HOME", folder.resolve(name).toString()))) {
            assertEquals(1, run.exit());
            assertEquals("omnibridge: " + problem.strip() + " " + ADVICE, run.err());
            assertEquals("", run.out());
        }
    }

    @Test
    @Tag("S23")
    void without_java_home_the_newest_jdk_of_this_user_is_used() throws IOException {
        jdk(home.resolve(".sdkman/candidates/java/older"), 98);
        jdk(home.resolve(".sdkman/candidates/java/newest"), 99);

        assertRuns("newest", Map.of());
    }

    @Test
    @Tag("S23")
    void nothing_under_the_home_of_another_user_is_run() throws Exception {
        Path foreign = jdk(home.resolve(".sdkman/candidates/java/newest"), 99);
        assumeTrue(canGiveAway(home), "only root can give files to another user");

        assertFalse(output(Map.of()).contains("newest"));

        give(home, 0);
        give(foreign.resolve("bin/java"), OTHER_USER);
        assertFalse(output(Map.of()).contains("newest"));
    }

    @Test
    @Tag("A20")
    void a_jvm_without_memory_is_told_to_exit() throws IOException {
        Path chosen = jdk(folder.resolve("chosen"), 17);

        String output = output(Map.of("JAVA_HOME", chosen.toString()));

        assertTrue(output.contains(" -XX:+ExitOnOutOfMemoryError "), output);
    }

    private void assertRuns(String name, Map<String, String> environment) {
        String output = output(environment);
        assertTrue(output.contains("this is " + name + "\n"), output);
    }

    private String output(Map<String, String> environment) {
        try (Run run = start(environment)) {
            run.exit();
            return run.out() + run.err();
        }
    }

    private Run start(Map<String, String> environment) {
        Map<String, String> complete = new HashMap<>(Map.of("JAVA_HOME", "", "HOME", home.toString()));
        complete.putAll(environment);
        return Checkout.start(script, complete, "--version");
    }

    private static Path jdk(Path at, int version) throws IOException {
        Files.createDirectories(at.resolve("bin"));
        for (String tool : List.of("java", "javac")) {
            Path file = Files.writeString(
                    at.resolve("bin").resolve(tool),
                    "#!/bin/sh\necho this is " + at.getFileName() + "\necho with \"$@\"\n");
            assertTrue(file.toFile().setExecutable(true));
        }
        Files.writeString(at.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return at;
    }

    private static boolean canGiveAway(Path path) throws IOException {
        if (!Files.getAttribute(path, "unix:uid").equals(0)) {
            return false;
        }
        give(path, OTHER_USER);
        return true;
    }

    private static void give(Path path, int user) throws IOException {
        Files.setAttribute(path, "unix:uid", user);
    }
}
