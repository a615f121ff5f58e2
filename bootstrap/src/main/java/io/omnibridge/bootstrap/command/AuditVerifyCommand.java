package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.logging.OneLine;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.audit.ChainHead;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Verifies audit logs by their MACs and chain heads. It only reads. */
@Command(
        name = "verify",
        description = {
            "Verify that no audit event was changed, reordered or removed.",
            "Prints a line for each user whose audit log is wrong, and a summary."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every audit log is intact",
            "1:an audit log is wrong or there is no such user, which standard output says, or the store failed, which"
                    + " standard error says",
            "2:wrong usage or wrong configuration, or the store cannot be opened, which standard error explains"
        })
final class AuditVerifyCommand extends ConfiguredCommand {

    private static final int PAGE_SIZE = 500;

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "the user whose audit log is verified (default: all users)")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--head",
            paramLabel = "HEAD",
            description =
                    "a head that GET /audit returned to the user at any time: only with it does the command notice"
                            + " that the whole audit log was replaced by an older one")
    private Optional<String> head = Optional.empty();

    AuditVerifyCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        Optional<UserId> owner = user.map(text -> read("--user", text, UserId::new));
        Optional<ChainHead> kept = head.map(text -> read("--head", text, ChainHead::parse));
        if (kept.isPresent() && owner.isEmpty()) {
            throw wrongUsage("--head needs --user: it is the head of one user's audit log");
        }
        try (OpenVault vault = access.reading()) {
            AuditLogReport report =
                    new AuditLogReport(new ChainInspection(vault.store().users(), vault.chain()), out());
            if (owner.isPresent() && kept.isEmpty() && isUnknown(owner.get(), vault)) {
                out().println("no such user: " + OneLine.of(owner.get().value()));
                return ExitCode.SOFTWARE;
            }
            if (owner.isPresent()) {
                report.verify(owner.get(), kept.map(StoredChainHead::of).orElse(StoredChainHead.NONE));
            } else {
                verifyAll(vault.ports().scan(), report);
            }
            return report.summarize();
        }
    }

    /** Every user whom the store has ever had has a chain head, until the user is erased. */
    private static boolean isUnknown(UserId user, OpenVault vault) {
        return vault.store().users().head(user).equals(StoredChainHead.NONE)
                && vault.store().users().after(user, 0, 1).isEmpty();
    }

    private static void verifyAll(AccountScan scan, AuditLogReport report) {
        Optional<ScanCursor> next = Optional.of(ScanCursor.START);
        while (next.isPresent()) {
            ScanPage<UserId> page = scan.users(next.get(), PAGE_SIZE);
            page.items().forEach(user -> report.verify(user, StoredChainHead.NONE));
            report.countUnreadable(page.unreadable());
            next = page.next();
        }
    }
}
