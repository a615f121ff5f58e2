package io.omnibridge.bootstrap;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.KeysetText;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.KeysetSettings;
import java.util.Map;
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

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    KeysCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Command(
            name = "new",
            description = {
                "Print a fresh keyset, for OMNIBRIDGE_KEYSET. Whoever has it can read what it seals.",
                "With OMNIBRIDGE_KEYSET_KMS_KEY it is printed encrypted by that key, and never in the clear."
            },
            mixinStandardHelpOptions = true)
    int create() throws ConfigInvalid {
        KeysetText text = KeysetSettings.text(environment);
        spec.commandLine().getOut().println(text.print(Keyset.generate()));
        return 0;
    }
}
