package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Instant;

/** Opens every row that it receives, keeps nothing of it, and counts the rows that opened. Not thread-safe. */
final class OpeningVisitor implements ScanVisitor {

    private final RowOpeners openers;
    private final ScanObserver observer;
    private final Instant now;
    private long opened;
    private long leases;
    private long unreadable;

    OpeningVisitor(RowOpeners openers, ScanObserver observer, Instant now) {
        this.openers = openers;
        this.observer = observer;
        this.now = now;
    }

    @Override
    public void visit(Account account) {
        if (!account.credentials().isErased()) {
            opened += opened(() -> openers.accounts().accept(account), () -> observer.unreadable(account.key()));
        }
    }

    @Override
    public void visit(PendingRevocation revocation) {
        opened +=
                opened(() -> openers.revocations().accept(revocation), () -> observer.unreadable(revocation.account()));
    }

    @Override
    public void visit(StoredLease lease) {
        if (!lease.hasExpiredAt(now)) {
            leases += opened(() -> openers.leases().accept(lease), () -> observer.unreadable(lease));
        }
    }

    private long opened(Runnable opening, Runnable tellUnreadable) {
        try {
            opening.run();
            return 1;
        } catch (CredentialsUnreadable e) {
            unreadable++;
            tellUnreadable.run();
            return 0;
        }
    }

    /** @param skipped how many rows the scan could not read */
    VerifyResult result(long skipped) {
        return new VerifyResult(opened, leases, unreadable + skipped);
    }
}
