package io.omnibridge.bootstrap.command;

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
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Verifies audit logs by their MACs and chain heads. It only reads. */
@Command(
        name = "verify",
        description = {
            "Verify that no audit event and no receipt of a use was changed, reordered or removed.",
            "Prints a line for each log that is wrong, and a summary of each kind."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every audit log is intact",
            "1:an audit log is wrong, or was pruned beyond the head, or there is no such user, which standard output"
                    + " says, or the store failed, which standard error says",
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
                    "a head of that log that GET /audit returned to the user at any time: only with it does the command"
                            + " notice that the whole audit log was replaced by an older one")
    private Optional<String> head = Optional.empty();

    @Option(
            names = "--log",
            paramLabel = "LOG",
            description = "changes, uses, or all (default: all; with --head: changes)")
    private Optional<String> log = Optional.empty();

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
        VerifiedLogs logs = log.map(word -> read("--log", word, VerifiedLogs::parse))
                .orElse(kept.isPresent() ? VerifiedLogs.CHANGES : VerifiedLogs.ALL);
        if (kept.isPresent() && logs == VerifiedLogs.ALL) {
            throw wrongUsage("--head needs --log changes or --log uses: each log has a head of its own");
        }
        try (OpenVault vault = access.reading()) {
            List<AuditLogReport> reports = logs.reports(vault, out());
            if (owner.isPresent() && kept.isEmpty() && isUnknown(owner.get(), vault)) {
                out().println("no such user: " + OneLine.of(owner.get().value()));
                return ExitCode.SOFTWARE;
            }
            if (owner.isPresent()) {
                StoredChainHead demanded = kept.map(StoredChainHead::of).orElse(StoredChainHead.NONE);
                reports.forEach(report -> report.verify(owner.get(), demanded));
            } else {
                verifyAll(vault.ports().scan(), reports);
            }
            return reports.stream().mapToInt(AuditLogReport::summarize).max().orElse(ExitCode.OK);
        }
    }

    /** Every user whom the store has ever had has a chain head, until the user is erased. */
    private static boolean isUnknown(UserId user, OpenVault vault) {
        return vault.store().users().head(user).equals(StoredChainHead.NONE)
                && vault.store().users().after(user, 0, 1).isEmpty()
                && vault.store().users().uses().head(user).equals(StoredChainHead.NONE);
    }

    private static void verifyAll(AccountScan scan, List<AuditLogReport> reports) {
        Optional<ScanCursor> next = Optional.of(ScanCursor.START);
        while (next.isPresent()) {
            ScanPage<UserId> page = scan.users(next.get(), PAGE_SIZE);
            page.items().forEach(user -> reports.forEach(report -> report.verify(user, StoredChainHead.NONE)));
            reports.get(0).countUnreadable(page.unreadable());
            next = page.next();
        }
    }
}
