package io.omnibridge.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The command line, and the only place that reads the system's clock, randomness and environment. Exit status: 0 done, 1
 * something failed, 2 wrong usage or wrong configuration.
 */
@Command(
        name = "omnibridge",
        description = "A permission vault: which external services has a verified user authorised?",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:done",
            "1:something failed",
            "2:wrong usage or wrong configuration, which standard error explains",
            "143:stopped by SIGTERM"
        },
        footer = {"", "Every setting is an environment variable; README.md lists them."},
        subcommands = CommandLine.HelpCommand.class)
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

    /** With every command. */
    static CommandLine commandLine(Map<String, String> environment) {
        Clock clock = clock();
        SecureRandom random = new SecureRandom();
        VaultAccess access = new VaultAccess(environment, clock, random);
        return new CommandLine(new Main())
                .addSubcommand(new ServeCommand(serving(environment)))
                .addSubcommand(new TokenCommand(environment, clock))
                .addSubcommand(AuditCommand.commandLine(access))
                .addSubcommand(KeysCommand.commandLine(access))
                .addSubcommand(ProvidersCommand.commandLine(access))
                .addSubcommand(StoreCommand.commandLine(access))
                .addSubcommand(UsersCommand.commandLine(access))
                .setExecutionStrategy(new LostOutput())
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler(new FailureReport());
    }

    private static Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    /** Reads what the build wrote down. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            try (InputStream in = Main.class.getResourceAsStream("version.txt")) {
                byte[] version = Objects.requireNonNull(in).readAllBytes();
                return new String[] {"omnibridge " + new String(version, StandardCharsets.UTF_8).strip()};
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
