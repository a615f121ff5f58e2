package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.application.lease.ListLeases;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.logging.OneLine;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.Lease;
import io.omnibridge.domain.lease.LeaseEnd;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Lists the leases of one user. */
@Command(
        name = "list",
        description = "List the leases of a user, the ended ones until they expire. Prints a line for each.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the leases were listed, if there are any",
            "1:the store failed, or a lease could not be opened, which standard error says",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class LeasesListCommand extends ConfiguredCommand {

    @Option(names = "--user", required = true, paramLabel = "USER", description = "the owner of the leases")
    private String user = "";

    LeasesListCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        UserId owner = read("--user", user, UserId::new);
        try (OpenVault vault = access.reading()) {
            List<Lease> leases =
                    new ListLeases(vault.ports().leases(), vault.sealers().leases()).list(owner);
            Instant now = vault.clock().instant();
            leases.forEach(lease -> out().println(line(lease, now)));
            return ExitCode.OK;
        }
    }

    /** Returns one line with the label at its end, because the label may look like anything. */
    static String line(Lease lease, Instant now) {
        String state = lease.stored()
                .endAt(now, lease.terms())
                .map(LeasesListCommand::ended)
                .orElse("live");
        return lease.id().value() + "  " + state + "  " + lease.stored().used() + " of "
                + Counted.of(lease.terms().maxUses(), "use") + "  until "
                + lease.terms().expiresAt() + "  "
                + OneLine.of(lease.terms().label());
    }

    private static String ended(LeaseEnd by) {
        return "ended by " + EnumWords.of(by);
    }
}
