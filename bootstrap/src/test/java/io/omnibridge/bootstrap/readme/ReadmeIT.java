package io.omnibridge.bootstrap.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.bootstrap.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs the session of README.md in a shell, against a server that was started as README.md says. */
class ReadmeIT {

    private static final Pattern PASTED =
            Pattern.compile("curl \\S+ (http://\\S+)/accounts -H 'Authorization: Bearer (\\S+)'");
    private static final String END_OF_STEP = "---- end of step ----";

    @Test
    void the_session_prints_what_the_readme_shows() throws IOException {
        Session session = Session.of(Files.readString(Omnibridge.PROJECT.resolve("README.md")));
        Map<String, String> anyPort = Map.of("OMNIBRIDGE_HTTP_PORT", "0");

        try (Run server = Omnibridge.run(Jdk.running(), anyPort, "serve", "--dev")) {
            Poll.until(() -> server.out().contains("Ctrl-C"), Duration.ofMinutes(5));
            Matcher pasted = PASTED.matcher(server.out());
            assertTrue(pasted.find());

            List<String> printed = type(session, pasted.group(1), pasted.group(2));

            for (int i = 0; i < session.steps().size(); i++) {
                Session.Step step = session.steps().get(i);
                assertTrue(
                        Loosely.matches(step.expected(), printed.get(i)),
                        () -> "$ " + step.command() + "is to print\n" + step.expected() + "and printed\n" + printed);
            }
        }
    }

    /** Returns what each step prints. Variables keep their values from step to step. */
    private static List<String> type(Session session, String address, String token) {
        String script = session.steps().stream()
                .map(step -> "{ " + rewritten(step.command(), address, token) + "} 2>&1\necho '" + END_OF_STEP + "'\n")
                .collect(Collectors.joining());
        try (Run shell = Shell.run(script, Map.of("TOKEN", token))) {
            assertEquals(0, shell.exit(), shell::err);
            return List.of(shell.out().split(END_OF_STEP + "\n", -1));
        }
    }

    private static String rewritten(String command, String address, String token) {
        return command.replaceAll("http://(localhost|127\\.0\\.0\\.1):8080", address)
                .replaceAll("(?m)^((export )?TOKEN=).*$", "$1" + token);
    }
}
