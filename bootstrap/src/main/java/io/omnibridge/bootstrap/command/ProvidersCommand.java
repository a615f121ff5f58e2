package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.wiring.VaultAccess;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Everything about providers. */
@Command(
        name = "providers",
        description = "Check the providers that are set up, and give back all grants at one.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ProvidersCommand {

    private ProvidersCommand() {}

    static CommandLine commandLine(VaultAccess access) {
        return new CommandLine(new ProvidersCommand())
                .addSubcommand(new ProvidersCheckCommand(access))
                .addSubcommand(new ProvidersRevokeCommand(access));
    }
}
