package io.omnibridge.bootstrap;

import io.omnibridge.adapters.store.sealing.Keyset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Everything about the keys that seal credentials. */
@Command(
        name = "keys",
        description = "Manage the keys that seal credentials.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class KeysCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "new",
            description = "Print a fresh keyset, for OMNIBRIDGE_KEYSET. Whoever has it can read what it seals.",
            mixinStandardHelpOptions = true)
    int create() {
        spec.commandLine().getOut().println(Keyset.generate().toJson());
        return 0;
    }
}
