package io.omnibridge.bootstrap;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
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

    static CommandLine commandLine(Map<String, String> environment, Clock clock, SecureRandom random) {
        return new CommandLine(new AuditCommand()).addSubcommand(new VerifyCommand(environment, clock, random));
    }
}
