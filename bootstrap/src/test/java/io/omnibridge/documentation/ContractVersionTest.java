package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.bootstrap.command.OmniBridge;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The contract that is served is the one in the sources, with the version of the build. */
class ContractVersionTest {

    @Test
    void the_contract_has_the_version_that_the_command_prints() throws IOException {
        String source =
                Document.read("adapters-http/src/main/resources/openapi.yaml").text();

        assertEquals(source.replace("${project.version}", version()), served());
    }

    private static String served() throws IOException {
        try (InputStream in = ContractVersionTest.class.getResourceAsStream("/openapi.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String version() {
        StringWriter out = new StringWriter();
        new OmniBridge(Map.of(), Clock.systemUTC(), new SecureRandom())
                .commandLine()
                .setOut(new PrintWriter(out))
                .execute("--version");
        return out.toString().strip().replaceFirst("^omnibridge ", "");
    }
}
