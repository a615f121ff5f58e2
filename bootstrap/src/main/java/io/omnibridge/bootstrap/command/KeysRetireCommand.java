package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.application.maintenance.KeyUse;
import io.omnibridge.application.maintenance.LeaseTokenCount;
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
                    + " it. Standard error says how many lease tokens end with the key, and until when.",
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
            LeaseTokenCount tokens = vault.inspected().countLeaseTokens(id);
            vault.inspected().keys().release(id);
            out().println(text);
            tell(tokens);
            return ExitCode.OK;
        }
    }

    /** Clients keep lease tokens, which cannot be resealed. */
    private void tell(LeaseTokenCount tokens) {
        if (tokens.count() > 0) {
            err().println("about "
                    + Counted.of(tokens.count(), "lease token needs key ", "lease tokens need key ") + id
                    + ", which a node without it does not accept: the last expires at " + tokens.lastExpiry()
                    + "; give nodes this keyset after that, or let clients get other leases");
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
        KeyUse use = vault.inspected().countKeyUse(new ScanProgress("counting", access.clock()));
        long metadata = vault.inspected().keys().metadataUnder(id);
        if (use.of(id) + metadata + use.unreadable() == 0) {
            return Optional.empty();
        }
        return Optional.of("may still be needed: by about " + Counted.accountsOrLeases(use.of(id)) + " and by "
                + Counted.of(metadata, "value") + " of the vault metadata, and "
                + KeyTable.withoutKnownKey(use.unreadable()) + ": run omnibridge keys reseal first");
    }
}
