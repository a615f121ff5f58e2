package io.omnibridge.bootstrap.command;

import io.omnibridge.application.lease.EndLeases;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.logging.OneLine;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.identity.UserId;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Ends every lease of one user. */
@Command(
        name = "end",
        description = "End every live lease of a user for all nodes at once, without asking. Calls under way go on.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:no lease of the user is live, whether or not one was before",
            "1:the store failed, which standard error says: run it again",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class LeasesEndCommand extends ConfiguredCommand {

    @Option(names = "--user", required = true, paramLabel = "USER", description = "the owner of the leases")
    private String user = "";

    LeasesEndCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        UserId owner = read("--user", user, UserId::new);
        try (OpenVault vault = access.writing()) {
            int ended = new EndLeases(vault.ports().leases(), vault.clock()).end(owner);
            out().println("ended " + Counted.of(ended, "lease") + ": " + OneLine.of(owner.value()));
            return ExitCode.OK;
        }
    }
}
