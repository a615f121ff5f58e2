package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Jdks;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.bootstrap.process.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DevelopmentModeIT {

    static List<Jdk> jdks() {
        return Jdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void the_printed_commands_work_when_pasted_into_a_shell(Jdk jdk) {
        try (Run server = Omnibridge.run(jdk, Map.of("OMNIBRIDGE_HTTP_PORT", "0"), "serve", "--dev")) {
            Poll.until(() -> server.out().contains("Ctrl-C"), Duration.ofMinutes(5));
            List<String> commands = server.out()
                    .lines()
                    .filter(line -> line.startsWith("curl "))
                    .toList();

            assertEquals(5, commands.size());
            assertTrue(
                    paste(commands.get(0)).startsWith("{\"status\":\"linked\",\"account\":{\"provider\":\"github\""));
            assertTrue(paste(commands.get(1)).contains("\"provider_account_id\":\"583231\""));
            assertTrue(paste(commands.get(2)).startsWith("HTTP/1.1 204 "));
            assertTrue(paste(commands.get(3)).contains("\"title\":\"Budget of the spring fair\""));
            assertTrue(paste(commands.get(4)).startsWith("item,amount"));
            assertFalse(server.err().contains(tokenOf(commands.get(0))));
        }
    }

    private static String paste(String command) {
        try (Run run = Shell.run(command, Map.of())) {
            assertEquals(0, run.exit(), run::err);
            assertEquals("", run.err());
            return run.out();
        }
    }

    private static String tokenOf(String command) {
        return command.replaceFirst(".*Bearer ([^']*)'.*", "$1");
    }
}
