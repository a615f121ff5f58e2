package io.omnibridge.bootstrap;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
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

    static CommandLine commandLine(Map<String, String> environment, Clock clock, SecureRandom random) {
        return new CommandLine(new UsersCommand()).addSubcommand(new EraseCommand(environment, clock, random));
    }
}
