package io.omnibridge.bootstrap;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
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

    static CommandLine commandLine(Map<String, String> environment, Clock clock, SecureRandom random) {
        return new CommandLine(new StoreCommand()).addSubcommand(new CopyCommand(environment, clock, random));
    }
}
