package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code omnibridge} with all its subcommands. Exit status: 0 done, 1 something failed, 2 wrong usage or configuration. */
@Command(
        name = "omnibridge",
        description = "A permission vault: which external services has a verified user authorised?",
        mixinStandardHelpOptions = true,
        versionProvider = OmniBridgeCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:done",
            "1:something failed",
            "2:wrong usage or wrong configuration, which standard error explains",
            "143:stopped by SIGTERM"
        },
        footer = {"", "Every setting is an environment variable; docs/configuration.md lists them."},
        subcommands = CommandLine.HelpCommand.class)
public final class OmniBridgeCommand {

    private OmniBridgeCommand() {}

    /** Returns the command with every subcommand. */
    public static CommandLine commandLine(Map<String, String> environment, Clock clock, SecureRandom random) {
        VaultAccess access = new VaultAccess(environment, clock, random);
        return new CommandLine(new OmniBridgeCommand())
                .addSubcommand(new ServeCommand(new Serving(environment, clock, random)))
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

    /** Reads the version that the build wrote. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            try (InputStream in = OmniBridgeCommand.class.getResourceAsStream("version.txt")) {
                byte[] version = Objects.requireNonNull(in).readAllBytes();
                return new String[] {"omnibridge " + new String(version, StandardCharsets.UTF_8).strip()};
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
