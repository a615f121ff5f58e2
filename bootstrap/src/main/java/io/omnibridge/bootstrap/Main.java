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

/** The command line. Exit status: 0 done, 1 something failed, 2 wrong usage or wrong configuration. */
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
        System.exit(commandLine(System.getenv()).setOut(out).execute(arguments));
    }

    /** The only place that reads the system's clock, randomness and environment. */
    static CommandLine commandLine(Map<String, String> environment) {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        SecureRandom random = new SecureRandom();
        VaultAccess access = new VaultAccess(environment, clock, random);
        return new CommandLine(new Main())
                .addSubcommand(new ServeCommand(environment, clock, random))
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
