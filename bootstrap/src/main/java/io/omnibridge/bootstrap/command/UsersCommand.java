package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.wiring.VaultAccess;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Everything about users as a whole. */
@Command(
        name = "users",
        description = "Erase what is kept of a user.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class UsersCommand {

    private UsersCommand() {}

    static CommandLine commandLine(VaultAccess access) {
        return new CommandLine(new UsersCommand()).addSubcommand(new EraseCommand(access));
    }
}
