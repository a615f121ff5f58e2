package io.omnibridge.bootstrap;

import io.omnibridge.bootstrap.command.OmniBridgeCommand;
import io.omnibridge.bootstrap.command.QuickStart;
import io.omnibridge.bootstrap.command.Serving;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine;

/** The program's entry, and the only place that reads the system's clock, randomness and environment. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // A writer upon the stream itself learns of it when what is printed does not arrive.
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        Map<String, String> environment = System.getenv();
        System.exit(new QuickStart(serving(environment))
                .execute(out, err, arguments)
                .orElseGet(
                        () -> commandLine(environment).setOut(out).setErr(err).execute(arguments)));
    }

    /** What {@code serve} does. */
    static Serving serving(Map<String, String> environment) {
        return new Serving(environment, clock(), new SecureRandom());
    }

    private static CommandLine commandLine(Map<String, String> environment) {
        return OmniBridgeCommand.commandLine(environment, clock(), new SecureRandom());
    }

    private static Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}
