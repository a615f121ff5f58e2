package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.KeysetConfig;
import io.omnibridge.bootstrap.config.KeysetSettings;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.InvalidValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything about the keys that seal credentials. What only changes a keyset is here, and reaches no store. */
@Command(
        name = "keys",
        description = {
            "Manage the keys that seal credentials.",
            "",
            "To rotate them without a failed read: add, give the new keyset to every node, promote, give it to every node,"
                    + " reseal, retire, give it to every node. docs/operations.md says what each step guards against."
        },
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

    static CommandLine commandLine(VaultAccess access) {
        return new CommandLine(new KeysCommand(access.environment()))
                .addSubcommand(new KeysResealCommand(access))
                .addSubcommand(new KeysRetireCommand(access))
                .addSubcommand(new KeysStatusCommand(access));
    }

    @Command(
            name = "new",
            description = {
                "Print a fresh keyset, for OMNIBRIDGE_KEYSET. Whoever has it can read what it seals.",
                "With OMNIBRIDGE_KEYSET_KMS_KEY it is printed encrypted by that key, and never in the clear."
            },
            mixinStandardHelpOptions = true)
    int create() throws ConfigInvalid {
        return print(Keyset.generate());
    }

    @Command(
            name = "add",
            description = "Print the configured keyset with one more key, which opens and does not seal yet.",
            mixinStandardHelpOptions = true)
    int add() throws ConfigInvalid {
        return print(configured().withNewKey());
    }

    @Command(
            name = "promote",
            description = "Print the configured keyset with another key as the primary one, which seals.",
            mixinStandardHelpOptions = true)
    int promote(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "KEY_ID",
                            description = "which key (default: the one that was added last)")
                    @Nullable
                    Long id)
            throws ConfigInvalid {
        Keyset keyset = configured();
        try {
            return print(keyset.withPrimary(id == null ? addedLast(keyset) : id));
        } catch (InvalidValue e) {
            throw wrong("KEY_ID " + e.getMessage());
        }
    }

    private long addedLast(Keyset keyset) {
        List<Keyset.Key> keys = keyset.keys();
        Keyset.Key last = keys.get(keys.size() - 1);
        if (last.primary()) {
            throw wrong("there is no key to promote: omnibridge keys add makes one");
        }
        return last.id();
    }

    private Keyset configured() throws ConfigInvalid {
        return KeysetConfig.from(environment).keyset();
    }

    private int print(Keyset keyset) throws ConfigInvalid {
        spec.commandLine().getOut().println(KeysetSettings.text(environment).print(keyset));
        return 0;
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
