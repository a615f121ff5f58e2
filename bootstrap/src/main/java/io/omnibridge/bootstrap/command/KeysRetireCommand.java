package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.application.maintenance.CountKeyUse;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.KeysetSettings;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets go of a key that nothing needs any more. */
@Command(
        name = "retire",
        description = {
            "Print the configured keyset without a key that nothing in the store needs, and let nodes start without it.",
            "Refused with status 1, and nothing changed, while anything may need the key, or while it seals."
        },
        mixinStandardHelpOptions = true)
final class KeysRetireCommand implements Callable<Integer> {

    private final VaultAccess access;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "KEY_ID", description = "which key, as omnibridge keys status names it")
    private long id;

    KeysRetireCommand(VaultAccess access) {
        this.access = access;
    }

    @Override
    public Integer call() throws ConfigInvalid {
        try (OpenVault vault = access.reading()) {
            Optional<String> obstacle = obstacle(vault);
            if (obstacle.isPresent()) {
                spec.commandLine().getErr().println("key " + id + " " + obstacle.get());
                return CommandLine.ExitCode.SOFTWARE;
            }
            String without = KeysetSettings.text(access.environment())
                    .print(vault.keyset().without(id));
            vault.keys().release(id);
            spec.commandLine().getOut().println(without);
            return CommandLine.ExitCode.OK;
        }
    }

    private Optional<String> obstacle(OpenVault vault) {
        Keyset.Key key = vault.keyset().keys().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "KEY_ID is not in the keyset"));
        if (key.primary()) {
            return Optional.of("is the primary key: promote another one, and reseal");
        }
        CountKeyUse.KeyUse use = vault.countKeyUse(new ScanReport("counting", access.clock()));
        long metadata = vault.keys().metadataUnder(id);
        if (use.of(id) + metadata + use.unreadable() == 0) {
            return Optional.empty();
        }
        return Optional.of("may still be needed: by about " + use.of(id) + " accounts and by " + metadata
                + " facts about the vault, and " + use.unreadable()
                + " accounts do not tell which key they need: omnibridge keys reseal makes do without it");
    }
}
