package io.omnibridge.bootstrap;

import io.omnibridge.bootstrap.command.OmniBridge;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The entry of the program, and the only place that reads the system's clock, randomness and environment. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Writers directly on the streams notice when output cannot be written.
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(program(System.getenv()).execute(out, err, arguments));
    }

    /** Returns the program with the system's clock, in milliseconds, and the system's randomness. */
    static OmniBridge program(Map<String, String> environment) {
        return new OmniBridge(environment, Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)), new SecureRandom());
    }
}
