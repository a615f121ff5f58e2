package io.omnibridge.bootstrap.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build downloads has a checksum that decides. */
class MavenWrapperTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final String PROPERTIES = ".mvn/wrapper/maven-wrapper.properties";

    @TempDir
    private Path folder;

    @Test
    @Tag("S24")
    void a_maven_with_another_checksum_is_not_run() throws Exception {
        Files.copy(PROJECT.resolve("mvnw"), folder.resolve("mvnw"));
        Files.createDirectories(folder.resolve(PROPERTIES).getParent());
        Files.copy(PROJECT.resolve(PROPERTIES), folder.resolve(PROPERTIES));
        Path wget =
                Files.writeString(folder.resolve("wget"), "#!/bin/sh\nfor last; do :; done\necho other >\"$last\"\n");
        assertTrue(wget.toFile().setExecutable(true));

        ProcessBuilder mvnw = new ProcessBuilder("sh", folder.resolve("mvnw").toString(), "--version");
        mvnw.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        mvnw.environment().put("MAVEN_USER_HOME", folder.resolve("home").toString());
        Process process = mvnw.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(1, process.waitFor(), output);
        assertTrue(output.contains("Failed to validate Maven distribution SHA-256"), output);
    }

    @Test
    @Tag("S24")
    void both_forms_of_the_distribution_have_a_checksum() throws IOException {
        List<String> properties = Files.readAllLines(PROJECT.resolve(PROPERTIES));

        for (String name : List.of("distributionSha256Sum", "distributionTarSha256Sum")) {
            assertEquals(
                    1,
                    properties.stream()
                            .filter(line -> line.matches(name + "=[0-9a-f]{64}"))
                            .count(),
                    name);
        }
    }

    @Test
    @Tag("S24")
    void an_artifact_with_a_wrong_checksum_ends_the_build() throws IOException {
        assertTrue(Files.readAllLines(PROJECT.resolve(".mvn/maven.config")).contains("--strict-checksums"));
    }
}
