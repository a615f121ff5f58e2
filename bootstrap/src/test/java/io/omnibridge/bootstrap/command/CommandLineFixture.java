package io.omnibridge.bootstrap.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

/** Fixture for tests of commands: settings, and the output of the commands that ran. */
abstract class CommandLineFixture {

    static final String SECRET = "kVb2oPq7sX0yRt5uWz8cEe1fGh4jLm6n";
    static final Map<String, String> SETTINGS = Map.of(
            "OMNIBRIDGE_JWT_ISSUER", "https://issuer.example",
            "OMNIBRIDGE_JWT_AUDIENCE", "omnibridge",
            "OMNIBRIDGE_JWT_SECRET", SECRET);

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    /** Returns the claims of the token that the command printed. */
    JsonNode claims() throws IOException {
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(out.toString().split("\\.", -1)[1]));
    }

    /** Runs a command in this process and returns its status. */
    int run(Map<String, String> environment, String... arguments) {
        return run(environment, out, arguments);
    }

    /** Runs a command that prints to {@code output} and returns its status. */
    int run(Map<String, String> environment, Writer output, String... arguments) {
        return new OmniBridge(environment, Clock.systemUTC(), new SecureRandom())
                .execute(new PrintWriter(output, true), new PrintWriter(err, true), arguments);
    }
}
