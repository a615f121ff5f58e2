package io.omnibridge.bootstrap.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.bootstrap.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the session of a document in a shell, against a server that was started as README.md says. */
class ReadmeIT {

    private static final String END_OF_STEP = "---- end of step ----";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/getting-started.md"})
    void the_session_prints_what_the_document_shows(String document) throws IOException {
        Session session = Session.of(Files.readString(Omnibridge.PROJECT.resolve(document)));

        try (DevelopmentServer server = DevelopmentServer.start()) {
            List<String> printed = type(session, server);

            for (int i = 0; i < session.steps().size(); i++) {
                Session.Step step = session.steps().get(i);
                assertTrue(
                        Loosely.matches(step.expected(), printed.get(i)),
                        () -> "$ " + step.command() + "is to print\n" + step.expected() + "and printed\n" + printed);
            }
        }
    }

    /** Returns what each step prints. Variables keep their values from step to step. */
    private static List<String> type(Session session, DevelopmentServer server) {
        String script = session.steps().stream()
                .map(step -> "{ " + rewritten(step.command(), server) + "} 2>&1\necho '" + END_OF_STEP + "'\n")
                .collect(Collectors.joining());
        try (Run shell = Shell.run(script, Map.of("TOKEN", server.token()))) {
            assertEquals(0, shell.exit(), shell::err);
            return List.of(shell.out().split(END_OF_STEP + "\n", -1));
        }
    }

    private static String rewritten(String command, DevelopmentServer server) {
        return command.replaceAll("http://(localhost|127\\.0\\.0\\.1):8080", server.address())
                .replaceAll("(?m)^((export )?TOKEN=).*$", "$1" + server.token());
    }
}
