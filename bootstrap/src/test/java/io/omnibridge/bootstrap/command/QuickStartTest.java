package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickStartTest {

    private static final Map<String, String> UNUSABLE = Map.of("OMNIBRIDGE_HTTP_PORT", "none");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"", "serve --help", "serve --dev --dev", "serve x", "--dev", "token --user alice", "Serve"})
    void whatever_is_more_than_to_serve_is_left_to_picocli(String arguments) {
        assertEquals(Optional.empty(), execute(arguments.split(" ", -1)));
        assertEquals("", out + err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "serve --dev"})
    void what_goes_wrong_is_said_as_picocli_would_have_it_said(String arguments) {
        StringWriter expected = new StringWriter();
        int status = OmniBridgeCommand.commandLine(UNUSABLE, Clock.systemUTC(), new SecureRandom())
                .setErr(new PrintWriter(expected, true))
                .execute(arguments.split(" ", -1));

        assertEquals(Optional.of(status), execute(arguments.split(" ", -1)));
        assertEquals(expected.toString(), err.toString());
        assertEquals(2, status);
    }

    @Test
    void nothing_is_executed_without_arguments() {
        assertEquals(Optional.empty(), execute());
    }

    private Optional<Integer> execute(String... arguments) {
        return new QuickStart(new Serving(UNUSABLE, Clock.systemUTC(), new SecureRandom()))
                .execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
