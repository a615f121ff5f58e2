package io.omnibridge.bootstrap.launcher;

import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copy of the parts of the project that the launcher needs. Its build writes the jar that was built before. */
record Checkout(Path folder) {

    private static final String JAR = "bootstrap/target/omnibridge.jar";
    private static final String SOURCE = "bootstrap/src/main/Source.java";

    /** Makes a copy that is not built yet. */
    static Checkout in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(SOURCE).getParent());
        Files.createDirectories(folder.resolve(JAR).getParent());
        for (String script : List.of("omnibridge", "bootstrap/startup-cache")) {
            Files.copy(Omnibridge.PROJECT.resolve(script), folder.resolve(script));
        }
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.writeString(folder.resolve("bootstrap/pom.xml"), "");
        Files.writeString(folder.resolve(SOURCE), "");
        return new Checkout(folder).builds(Omnibridge.JAR);
    }

    /** Makes the build write this jar, in place, as Maven does. */
    Checkout builds(Path jar) throws IOException {
        return buildsBy("echo noise; cat '" + jar + "' >" + JAR);
    }

    Checkout buildsBy(String script) throws IOException {
        Path mvnw = Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\n" + script + "\n");
        mvnw.toFile().setExecutable(true);
        return this;
    }

    /** Makes a source newer than the jar. */
    void editSource() throws IOException {
        Files.setLastModifiedTime(
                folder.resolve(SOURCE), FileTime.from(Instant.now().plusSeconds(60)));
    }

    /** Returns the jar that the build writes. */
    Path jar() {
        return folder.resolve(JAR);
    }

    /** Returns the copies of the jar that the launcher made, and runs. */
    List<Path> copies() throws IOException {
        Path copies = jar().resolveSibling("copies");
        if (!Files.exists(copies)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(copies)) {
            return files.filter(file -> file.endsWith("omnibridge.jar")).toList();
        }
    }

    /** Returns the start-up caches beside the copies, complete or not. */
    List<Path> startupCaches() throws IOException {
        List<Path> caches = new ArrayList<>();
        for (Path copy : copies()) {
            try (Stream<Path> files = Files.list(copy.getParent())) {
                files.filter(file -> !file.equals(copy)).forEach(caches::add);
            }
        }
        return caches;
    }

    Path script() {
        return folder.resolve("omnibridge");
    }

    /** Starts the script by {@code path} from another directory. */
    static Run start(Path path, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", path.toString()));
        command.addAll(List.of(arguments));
        return Run.start(Path.of("/"), environment, command);
    }
}
