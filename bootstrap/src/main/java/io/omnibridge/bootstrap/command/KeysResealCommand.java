package io.omnibridge.bootstrap.command;

import io.omnibridge.application.maintenance.KeyUse;
import io.omnibridge.application.maintenance.ResealAccounts;
import io.omnibridge.application.maintenance.ResealResult;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Seals everything in the store under the primary key. */
@Command(
        name = "reseal",
        description = {
            "Seal everything in the store under the primary key.",
            "Nodes that have the key may run meanwhile. After an interruption, run it again: it resumes. Status 0 says"
                    + " that everything is under the primary key."
        },
        mixinStandardHelpOptions = true)
final class KeysResealCommand extends ConfiguredCommand {

    KeysResealCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        try (OpenVault vault = access.writing()) {
            vault.inspected().keys().reseal();
            ResealAccounts resealAccounts =
                    new ResealAccounts(vault.ports().scan(), vault.sealers().keys(), vault.clock());
            ResealResult result = resealAccounts.reseal(new ScanProgress("resealing", access.clock()));
            KeyUse use = vault.inspected().countKeyUse(new ScanProgress("counting", access.clock()));
            return report(result, use, vault.sealers().keyset().primaryKeyId());
        }
    }

    private int report(ResealResult result, KeyUse use, long primary) {
        out().println("resealed " + Counted.of(result.accounts(), "account") + " and "
                + Counted.of(result.leases(), "lease") + " under key " + primary);
        long others = use.ofOthersThan(primary);
        if (others == 0) {
            out().println("everything is under key " + primary);
            return ExitCode.OK;
        }
        err().println("about " + Counted.of(others, "account or lease is", "accounts and leases are")
                + " not under key " + primary + "; left unchanged, because they do not open: " + result.unreadable());
        if (others > result.unreadable()) {
            err().println("a node wrote the others meanwhile, and seals under another key: give every node this keyset,"
                    + " and run this again");
        }
        return ExitCode.SOFTWARE;
    }
}
