package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.KeysetConfig;
import io.omnibridge.bootstrap.config.KeysetSettings;
import io.omnibridge.domain.InvalidValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manages the keys that seal credentials. The commands of this class change a keyset and open no store. */
@Command(
        name = "keys",
        description = {
            "Manage the keys that seal credentials.",
            "",
            "To rotate them without a failed read: add, give the new keyset to every node, promote, give it to every node,"
                    + " reseal, retire, give it to every node. docs/keys.md says what each step prevents."
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

    @Command(
            name = "new",
            description = {
                "Print a fresh keyset, for OMNIBRIDGE_KEYSET. Keep it secret: it opens everything that it seals.",
                "With OMNIBRIDGE_KEYSET_KMS_KEY the keyset is printed encrypted by that key, and never in the clear."
            },
            mixinStandardHelpOptions = true)
    int create(
            @Option(
                            names = "--output",
                            paramLabel = "FILE",
                            description =
                                    "write it to a new file that its owner alone can read, instead of printing it;"
                                            + " a file that exists stays as it is")
                    @Nullable
                    Path output)
            throws ConfigInvalid, IOException {
        if (output == null) {
            return print(Keyset.generate());
        }
        boolean isNew =
                OwnerFile.create(output, KeysetSettings.text(environment).print(Keyset.generate()) + "\n");
        spec.commandLine().getOut().println(isNew ? "made a keyset" : "the file exists and stays as it is");
        return 0;
    }

    @Command(
            name = "add",
            description = "Print the configured keyset with one more key, which opens but does not seal yet.",
            mixinStandardHelpOptions = true)
    int add() throws ConfigInvalid {
        return print(configured().withNewKey());
    }

    @Command(
            name = "promote",
            description = "Print the configured keyset with another primary key, which seals from then on.",
            mixinStandardHelpOptions = true)
    int promote(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "KEY_ID",
                            description = "the key (default: the one that was added last)")
                    @Nullable
                    Long id)
            throws ConfigInvalid {
        Keyset keyset = configured();
        try {
            return print(keyset.withPrimary(id == null ? lastAdded(keyset) : id));
        } catch (InvalidValue e) {
            throw wrongUsage("KEY_ID " + e.getMessage());
        }
    }

    private long lastAdded(Keyset keyset) {
        List<Keyset.Key> keys = keyset.keys();
        Keyset.Key last = keys.get(keys.size() - 1);
        if (last.primary()) {
            throw wrongUsage("there is no key to promote: omnibridge keys add makes one");
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

    private ParameterException wrongUsage(String problem) {
        return new WrongUsage(spec.commandLine(), problem);
    }
}
