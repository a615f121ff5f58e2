package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code omnibridge} itself: the help, the version, and every subcommand. */
@Command(
        name = "omnibridge",
        description = "A permission vault: which external services has a verified user authorised?",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
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
                .addSubcommand(new TokenCommand(access))
                .addSubcommand(group(
                        "accounts",
                        "Remove accounts that were unused for long.",
                        new AccountsRemoveUnusedCommand(access)))
                .addSubcommand(group("audit", "Verify the audit logs of users.", new AuditVerifyCommand(access)))
                .addSubcommand(new DemoCommand(access))
                .addSubcommand(new HealthCommand(access))
                .addSubcommand(keys(access))
                .addSubcommand(group(
                        "leases",
                        "List or end the leases of a user.",
                        new LeasesListCommand(access),
                        new LeasesEndCommand(access)))
                .addSubcommand(group(
                        "providers",
                        "Check the configured providers, and revoke all grants at one of them.",
                        new ProvidersCheckCommand(access),
                        new ProvidersRevokeCommand(access)))
                .addSubcommand(new SearchCommand(access))
                .addSubcommand(group("store", "Copy a vault from one store to another.", new StoreCopyCommand(access)))
                .addSubcommand(group(
                        "users",
                        "Sign a user out everywhere, or erase the user's data.",
                        new UsersEraseCommand(access),
                        new UsersSignOutCommand(access)))
                .setExecutionStrategy(new CheckedOutput())
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(new UsageReport())
                .setExecutionExceptionHandler(new FailureReport());
    }

    private static CommandLine keys(VaultAccess access) {
        return new CommandLine(new KeysCommand(access.environment()))
                .addSubcommand(new KeysResealCommand(access))
                .addSubcommand(new KeysRetireCommand(access))
                .addSubcommand(new KeysStatusCommand(access));
    }

    /** Returns a command that only has subcommands. */
    private static CommandLine group(String name, String description, Object... commands) {
        CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        spec.usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
        CommandLine group = new CommandLine(spec);
        List.of(commands).forEach(group::addSubcommand);
        return group;
    }
}
