package io.omnibridge.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** systemd's own check of the unit, where systemd is installed. */
class SystemdUnitIT {

    private static final Path ANALYZER = Path.of("/usr/bin/systemd-analyze");

    @Test
    void systemd_finds_nothing_wrong(@TempDir Path directory) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(ANALYZER), "systemd is not installed");
        String unit =
                Files.readString(Path.of("../packaging/omnibridge.service")).replace("/usr/bin/java", "/bin/true");
        Path file = Files.writeString(directory.resolve("omnibridge.service"), unit);

        Process process = new ProcessBuilder(ANALYZER.toString(), "verify", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals("", output);
        assertEquals(0, process.waitFor());
    }
}
