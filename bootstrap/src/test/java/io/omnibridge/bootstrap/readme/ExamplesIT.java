package io.omnibridge.bootstrap.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.bootstrap.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of docs/api-guide.md: each reads with a lease, and says so when the lease has ended. */
class ExamplesIT {

    private static final Pattern EXAMPLES = Pattern.compile("(?s)<!-- examples -->(.*?)<!-- /examples -->");
    private static final String LEASE = "{\"label\":\"examples\",\"of\":[\"api\"],\"max_uses\":1}";

    private static DevelopmentServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = DevelopmentServer.start();
        post(
                "/accounts/link",
                "{\"provider\":\"demo\",\"provider_account_id\":\"alice\",\"access_token\":\"demo-access-token-of-alice\"}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_shell_reads() throws IOException {
        assumeTrue(Shell.isOnPath("curl"));

        assertReads(List.of("sh", file("read.sh", "sh").toString()));
    }

    @Test
    void python_reads() throws IOException {
        assumeTrue(Shell.isOnPath("python3"));

        assertReads(List.of("python3", file("read.py", "python").toString()));
    }

    @Test
    void javascript_reads() throws IOException {
        assumeTrue(Shell.isOnPath("node"));
        assumeTrue(print(Map.of(), List.of("node", "-p", "typeof fetch")).startsWith("function"));

        assertReads(List.of("node", file("read.mjs", "javascript").toString()));
    }

    @Test
    void java_reads() throws IOException {
        assertReads(
                List.of(Jdk.running().command("java"), file("Read.java", "java").toString()));
    }

    private static void assertReads(List<String> example) {
        Matcher made = Pattern.compile("\"lease_token\":\"([^\"]+)\"").matcher(post("/leases", LEASE));
        assertTrue(made.find());
        Map<String, String> environment = Map.of("BRIDGE", server.address(), "LEASE", made.group(1));

        String first = print(environment, example);
        assertTrue(first.contains("Re: Budget for the spring fair"), first);
        String second = print(environment, example);
        assertTrue(second.contains("401") && second.contains("lease_ended"), second);
    }

    private Path file(String name, String language) throws IOException {
        Matcher examples = EXAMPLES.matcher(Files.readString(Omnibridge.PROJECT.resolve("docs/api-guide.md")));
        assertTrue(examples.find());
        Matcher block =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(examples.group(1));
        assertTrue(block.find(), language);
        return Files.writeString(folder.resolve(name), block.group(1));
    }

    private static String post(String path, String body) {
        String command = "curl -sS '" + server.address() + path + "' -H 'Authorization: Bearer " + server.token()
                + "' -H 'Content-Type: application/json' -d '" + body + "'";
        try (Run run = Shell.run(command, Map.of())) {
            assertEquals(0, run.exit(), run::err);
            return run.out();
        }
    }

    private static String print(Map<String, String> environment, List<String> command) {
        try (Run run = Run.start(Omnibridge.PROJECT, environment, command)) {
            assertEquals(0, run.exit(), run::err);
            return run.out();
        }
    }
}
