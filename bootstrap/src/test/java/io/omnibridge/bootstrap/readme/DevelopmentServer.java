package io.omnibridge.bootstrap.readme;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.bootstrap.process.Run;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running {@code serve --dev} on any port, with what its greeting says. Closing it ends the process. */
record DevelopmentServer(Run run, String address, String token) implements AutoCloseable {

    private static final Pattern PASTED =
            Pattern.compile("curl \\S+ (http://\\S+)/accounts -H 'Authorization: Bearer (\\S+)'");

    static DevelopmentServer start() {
        Run run = Omnibridge.run(Jdk.running(), Map.of("OMNIBRIDGE_HTTP_PORT", "0"), "serve", "--dev");
        Poll.until(() -> run.out().contains("Ctrl-C") || !run.handle().isAlive(), Duration.ofMinutes(5));
        Matcher pasted = PASTED.matcher(run.out());
        if (!pasted.find()) {
            throw new AssertionError("no greeting: " + run.out() + run.err());
        }
        return new DevelopmentServer(run, pasted.group(1), pasted.group(2));
    }

    @Override
    public void close() {
        run.close();
    }
}
