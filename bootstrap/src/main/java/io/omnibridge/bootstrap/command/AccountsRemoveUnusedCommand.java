package io.omnibridge.bootstrap.command;

import io.omnibridge.application.credentials.RemoveUnusedAccountsResult;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.wiring.IdleGrantWiring;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.ProviderWiring;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Unlinks unused accounts that background work withheld because they were too many. */
@Command(
        name = "remove-unused",
        description = {
            "Unlink the accounts that were unused for OMNIBRIDGE_KEEP_ALIVE. Nodes revoke their grants.",
            "For the case that they are more than a tenth of all, which nodes leave alone. Without --at-most it only"
                    + " counts them."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:they were unlinked, or only counted",
            "1:they are more than --at-most and were left alone, or the store failed",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class AccountsRemoveUnusedCommand extends ConfiguredCommand {

    private static final int COUNT_ONLY = -1;

    @Option(
            names = "--at-most",
            paramLabel = "NUMBER",
            description = "unlink them if there are no more than this",
            defaultValue = "" + COUNT_ONLY,
            showDefaultValue = Visibility.NEVER)
    private long atMost;

    AccountsRemoveUnusedCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        ProviderWiring providers = access.providers();
        try (OpenVault vault = access.writing()) {
            RemoveUnusedAccountsResult result = new IdleGrantWiring(access.grants(vault, providers), access.keepAlive())
                    .removeUnusedAccounts()
                    .remove(atMost);
            out().println(inWords(result));
            return atMost == COUNT_ONLY || result.withheld() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /** Returns one line. */
    static String inWords(RemoveUnusedAccountsResult result) {
        return Counted.of(result.unlinked(), "unused account") + " unlinked, " + result.withheld() + " left alone";
    }
}
