package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code omnibridge} itself: the help, the version, and every subcommand. */
@Command(
        name = "omnibridge",
        description = "A permission vault: which external services has a verified user authorised?",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
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
final class RootCommand {

    private RootCommand() {}

    static CommandLine commandLine(VaultAccess access) {
        return new CommandLine(new RootCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new TokenCommand(access.environment(), access.clock()))
                .addSubcommand(AuditCommand.commandLine(access))
                .addSubcommand(KeysCommand.commandLine(access))
                .addSubcommand(ProvidersCommand.commandLine(access))
                .addSubcommand(StoreCommand.commandLine(access))
                .addSubcommand(UsersCommand.commandLine(access))
                .setExecutionStrategy(new CheckedOutput())
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler(new FailureReport());
    }

    /** Reads the version that the build wrote. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            try (InputStream in = RootCommand.class.getResourceAsStream("version.txt")) {
                byte[] version = Objects.requireNonNull(in).readAllBytes();
                return new String[] {"omnibridge " + new String(version, StandardCharsets.UTF_8).strip()};
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
