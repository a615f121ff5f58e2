package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.audit.ChainHead;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks records against their MACs and heads. It only reads. */
@Command(
        name = "verify",
        description = {
            "Check that no record was changed, reordered or cut short.",
            "Prints a line for each user whose record is wrong, and a summary."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every record is intact",
            "1:a record is wrong, which standard output says, or the store failed, which standard error says",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    private final VaultAccess access;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--user", paramLabel = "USER", description = "whose record (default: everybody's)")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--head",
            paramLabel = "HEAD",
            description =
                    "what GET /audit gave the user as head, at any time: without it, nobody can tell a record that"
                            + " was put back as a whole from one that never went on")
    private Optional<String> head = Optional.empty();

    VerifyCommand(VaultAccess access) {
        this.access = access;
    }

    @Override
    public Integer call() throws ConfigInvalid {
        Optional<UserId> whose = user.map(text -> OptionValue.read(spec, "--user", text, UserId::new));
        Optional<ChainHead> kept = head.map(text -> OptionValue.read(spec, "--head", text, ChainHead::parse));
        if (kept.isPresent() && whose.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--head needs --user: it is the head of one record");
        }
        try (OpenVault vault = access.reading()) {
            ChainInspection inspection = new ChainInspection(vault.store().users(), vault.chain());
            AuditLogReport report =
                    new AuditLogReport(inspection, spec.commandLine().getOut());
            if (whose.isPresent()) {
                report.check(whose.get(), kept.map(StoredChainHead::of).orElse(StoredChainHead.NONE));
            } else {
                checkEverybody(vault.ports().scan(), report);
            }
            return report.summary();
        }
    }

    private static void checkEverybody(AccountScan scan, AuditLogReport report) {
        Optional<ScanCursor> next = Optional.of(ScanCursor.START);
        while (next.isPresent()) {
            ScanPage<UserId> page = scan.users(next.get(), PAGE);
            page.items().forEach(user -> report.check(user, StoredChainHead.NONE));
            report.unreadable(page.unreadable());
            next = page.next();
        }
    }
}
