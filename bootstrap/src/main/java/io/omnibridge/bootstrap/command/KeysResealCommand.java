package io.omnibridge.bootstrap.command;

import io.omnibridge.application.maintenance.CountKeyUse;
import io.omnibridge.application.maintenance.ResealAccounts;
import io.omnibridge.application.maintenance.ResealResult;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings everything under the primary key. */
@Command(
        name = "reseal",
        description = {
            "Seal under the primary key whatever in the store is not yet.",
            "Nodes that have the key may run meanwhile. Stopped at any moment, it goes on when it is run again. Status 0"
                    + " says that everything is under the primary key."
        },
        mixinStandardHelpOptions = true)
final class KeysResealCommand implements Callable<Integer> {

    private final VaultAccess access;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    KeysResealCommand(VaultAccess access) {
        this.access = access;
    }

    @Override
    public Integer call() throws ConfigInvalid {
        try (OpenVault vault = access.writing()) {
            vault.keys().reseal();
            ResealResult outcome = new ResealAccounts(vault.ports().scan(), vault.sealer())
                    .reseal(new ScanReport("resealing", access.clock()));
            CountKeyUse.KeyUse use = vault.countKeyUse(new ScanReport("counting", access.clock()));
            return report(outcome, use, vault.keyset().primaryKeyId());
        }
    }

    private int report(ResealResult outcome, CountKeyUse.KeyUse use, long primary) {
        spec.commandLine().getOut().println("resealed " + outcome.resealed() + " accounts under key " + primary);
        long others = use.ofOthersThan(primary);
        if (others == 0) {
            spec.commandLine().getOut().println("everything is under key " + primary);
            return CommandLine.ExitCode.OK;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("about " + others + " accounts are not under key " + primary + ", of which " + outcome.unreadable()
                + " do not open and were left as they are");
        if (others > outcome.unreadable()) {
            err.println("the others were written meanwhile by a node that seals under another key: give every node this"
                    + " keyset, and run this again");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
