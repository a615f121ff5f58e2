package io.omnibridge.bootstrap.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * {@code serve} and {@code serve --dev}, without picocli: to learn of all commands takes it a third of the time in which a
 * service starts. Whatever else stands on a command line, it is picocli's.
 */
public final class QuickStart {

    private static final List<String> SERVE = List.of("serve");
    private static final List<String> SERVE_DEVELOPMENT = List.of("serve", "--dev");

    private final Serving serving;

    public QuickStart(Serving serving) {
        this.serving = serving;
    }

    /** Runs the service; answers the exit status, or nothing if {@code arguments} are for picocli to read. */
    public Optional<Integer> execute(PrintWriter out, PrintWriter err, String... arguments) {
        List<String> words = List.of(arguments);
        if (!words.equals(SERVE) && !words.equals(SERVE_DEVELOPMENT)) {
            return Optional.empty();
        }
        try {
            serving.run(words.equals(SERVE_DEVELOPMENT), out);
            return Optional.of(0);
        } catch (Exception e) {
            return Optional.of(FailureReport.print(e, err));
        }
    }
}
