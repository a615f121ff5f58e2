package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.application.maintenance.CountKeyUse;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.KeysetSettings;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Removes a key that nothing needs any more. */
@Command(
        name = "retire",
        description = {
            "Print the configured keyset without a key that nothing in the store needs, and let nodes start without"
                    + " it.",
            "Rejected with status 1, without any change, while anything may need the key, or while it is the primary"
                    + " key."
        },
        mixinStandardHelpOptions = true)
final class KeysRetireCommand extends ConfiguredCommand {

    @Parameters(paramLabel = "KEY_ID", description = "the key, as omnibridge keys status names it")
    private long id;

    KeysRetireCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        try (OpenVault vault = access.reading()) {
            Optional<String> obstacle = obstacle(vault);
            if (obstacle.isPresent()) {
                err().println("key " + id + " " + obstacle.get());
                return ExitCode.SOFTWARE;
            }
            Keyset remaining = vault.sealers().keyset().without(id);
            String text = KeysetSettings.text(access.environment()).print(remaining);
            vault.inspected().keys().release(id);
            out().println(text);
            return ExitCode.OK;
        }
    }

    /** Returns why the key cannot be retired; empty if it can. */
    private Optional<String> obstacle(OpenVault vault) {
        Keyset.Key key = vault.sealers().keyset().keys().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> wrongUsage("KEY_ID is not in the keyset"));
        if (key.primary()) {
            return Optional.of("is the primary key: promote another one, and reseal");
        }
        CountKeyUse.KeyUse use = vault.inspected().countKeyUse(new ScanProgress("counting", access.clock()));
        long metadata = vault.inspected().keys().metadataUnder(id);
        if (use.of(id) + metadata + use.unreadable() == 0) {
            return Optional.empty();
        }
        long leases = use.leases().getOrDefault(id, 0L);
        if (leases == use.of(id) && metadata + use.unreadable() == 0) {
            return Optional.of("is still needed by " + leases + " leases, until they expire or are ended");
        }
        return Optional.of("may still be needed: by about " + use.of(id) + " accounts and by " + metadata
                + " values of the vault metadata, and " + use.unreadable()
                + " accounts do not say which key they need: run omnibridge keys reseal first");
    }
}
