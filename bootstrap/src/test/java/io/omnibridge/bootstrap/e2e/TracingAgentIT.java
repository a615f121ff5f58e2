package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.javaagent.bootstrap.AgentInitializer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start beside an agent that exports requests. The agent is its one class that OmniBridge recognises. */
@Tag("S25")
class TracingAgentIT {

    private static final String FILE = AgentInitializer.class.getName().replace('.', '/') + ".class";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void packAgent() throws IOException {
        try (InputStream agent = Objects.requireNonNull(AgentInitializer.class.getResourceAsStream("/" + FILE));
                JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("agent.jar")))) {
            jar.putNextEntry(new ZipEntry(FILE));
            agent.transferTo(jar);
            jar.closeEntry();
        }
    }

    @Test
    void an_agent_without_all_documented_settings_is_warned_of() {
        assertEquals(1, warnings(List.of("-Dotel.propagators=none")));
    }

    @Test
    void an_agent_with_the_documented_settings_is_not_warned_of() {
        assertEquals(
                0, warnings(List.of("-Dotel.instrumentation.common.default-enabled=false", "-Dotel.propagators=none")));
    }

    private static long warnings(List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.add("-Xbootclasspath/a:" + folder.resolve("agent.jar"));
        try (Vault vault = Vault.start(all, Map.of())) {
            return vault.run()
                    .err()
                    .lines()
                    .filter(line -> line.contains("OpenTelemetry's agent is present"))
                    .count();
        }
    }
}
