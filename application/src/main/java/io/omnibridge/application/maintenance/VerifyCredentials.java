package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Opens the sealed credentials of every account, the sealed token of every pending revocation and the sealed terms of every lease, to
 * check that they open. Keeps nothing of them, and skips erased credentials and leases that have expired.
 */
public final class VerifyCredentials {

    private final AccountScan scan;
    private final RowOpeners openers;
    private final Clock clock;

    public VerifyCredentials(AccountScan scan, RowOpeners openers, Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.openers = Objects.requireNonNull(openers);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Visits every account, every pending revocation and every lease at least once.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public VerifyResult verify(ScanObserver observer) {
        Run run = new Run(observer);
        long skipped = new FullScan(scan, observer).forEach(run);
        return new VerifyResult(run.opened, run.leases, run.unreadable + skipped);
    }

    private final class Run implements ScanVisitor {

        private final ScanObserver observer;
        private final Instant now = clock.instant();
        private long opened;
        private long leases;
        private long unreadable;

        Run(ScanObserver observer) {
            this.observer = observer;
        }

        @Override
        public void visit(Account account) {
            if (!account.credentials().isErased()) {
                opened += opened(() -> openers.accounts().accept(account), () -> observer.unreadable(account.key()));
            }
        }

        @Override
        public void visit(PendingRevocation revocation) {
            opened += opened(
                    () -> openers.revocations().accept(revocation), () -> observer.unreadable(revocation.account()));
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
    }
}
