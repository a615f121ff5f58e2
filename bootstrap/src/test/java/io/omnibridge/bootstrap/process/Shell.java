package io.omnibridge.bootstrap.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs shell scripts. On a machine without curl, {@link Curl} replaces it. */
public final class Shell {

    private Shell() {}

    /** Runs {@code script} in the project's directory with the given environment variables. */
    public static Run run(String script, Map<String, String> variables) {
        return isOnPath("curl") ? start(script, variables) : runWithStandIn(script, variables);
    }

    /** Runs {@code script} as {@link #run} does, always with the replacement for curl. */
    static Run runWithStandIn(String script, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("PATH", standInFolder() + File.pathSeparator + System.getenv("PATH"));
        return start(script, environment);
    }

    private static Run start(String script, Map<String, String> environment) {
        return Run.start(Omnibridge.PROJECT, environment, List.of("sh", "-c", script));
    }

    /** Returns whether a directory of PATH has this program. */
    public static boolean isOnPath(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static Path standInFolder() {
        try {
            Path folder = Files.createTempDirectory("curl");
            Path script = Files.writeString(
                    folder.resolve("curl"),
                    "#!/bin/sh\nexec '%s' -cp '%s' %s \"$@\"\n"
                            .formatted(Jdk.running().command("java"), testClasses(), Curl.class.getName()));
            script.toFile().setExecutable(true);
            folder.toFile().deleteOnExit();
            script.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path testClasses() {
        return Path.of("target/test-classes").toAbsolutePath();
    }
}
