package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.wiring.VaultAccess;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Everything about whole stores. */
@Command(
        name = "store",
        description = "Move a vault from one store to another.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class StoreCommand {

    private StoreCommand() {}

    static CommandLine commandLine(VaultAccess access) {
        return new CommandLine(new StoreCommand()).addSubcommand(new CopyCommand(access));
    }
}
