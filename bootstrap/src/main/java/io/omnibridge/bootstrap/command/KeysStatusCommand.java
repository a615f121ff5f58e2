package io.omnibridge.bootstrap.command;

import io.omnibridge.application.maintenance.KeyUse;
import io.omnibridge.application.maintenance.RowOpeners;
import io.omnibridge.application.maintenance.VerifyCredentials;
import io.omnibridge.application.maintenance.VerifyResult;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.wiring.InspectedVault;
import io.omnibridge.bootstrap.wiring.Sealers;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.util.SortedSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Shows what needs which key. It only reads. */
@Command(
        name = "status",
        description = {
            "Show how much in the store needs which key. Nothing is written.",
            "A scan of Redis may count an account twice: read a number as \"about\", and 0 as 0."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the keyset has every key that something needs",
            "1:the keyset lacks a key, which standard error names; or, with --verify, something does not open",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class KeysStatusCommand extends ConfiguredCommand {

    @Option(names = "--verify", description = "also open everything; warnings name by digest what does not open")
    private boolean verify;

    KeysStatusCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        try (InspectedVault vault = access.inspecting()) {
            KeyUse use = vault.countKeyUse(new ScanProgress("counting", access.clock()));
            out().print(KeyTable.of(vault, use));
            out().flush();
            SortedSet<Long> missing = KeyTable.missing(vault, use);
            missing.forEach(id -> err().println("OMNIBRIDGE_KEYSET lacks the key " + id + ", which is needed by about "
                    + Counted.accountsOrLeases(use.of(id)) + " and by "
                    + Counted.of(vault.keys().metadataUnder(id), "value") + " of the vault metadata"));
            boolean allOpen = !verify || opensAll(vault);
            return missing.isEmpty() && allOpen ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private boolean opensAll(InspectedVault vault) {
        Sealers sealers = vault.sealers();
        VerifyCredentials verifyCredentials = new VerifyCredentials(
                vault.scan(),
                new RowOpeners(sealers.credentials()::open, sealers.tokens()::open, sealers.leases()::open),
                access.clock());
        VerifyResult result = verifyCredentials.verify(new ScanProgress("verifying", access.clock()));
        out().println(Counted.of(result.accounts(), "account") + " and " + Counted.of(result.leases(), "lease")
                + " open, " + Counted.of(result.unreadable(), "does not", "do not"));
        return result.unreadable() == 0;
    }
}
