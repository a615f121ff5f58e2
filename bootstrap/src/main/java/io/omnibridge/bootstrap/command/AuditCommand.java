package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.wiring.VaultAccess;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Everything about the records of what users did. */
@Command(
        name = "audit",
        description = "Check the records of what users did.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    private AuditCommand() {}

    static CommandLine commandLine(VaultAccess access) {
        return new CommandLine(new AuditCommand()).addSubcommand(new VerifyCommand(access));
    }
}
