package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A scan over everything that a store keeps sealed for long: accounts, pending revocations and leases. */
final class FullScan {

    private final AccountScan scan;
    private final ScanObserver observer;
    private long scanned;

    FullScan(AccountScan scan, ScanObserver observer) {
        this.scan = scan;
        this.observer = observer;
    }

    /**
     * Visits every account, then every pending revocation, then every lease. Of an account that is unlinked meanwhile, one of the
     * first two is visited.
     *
     * @return how many rows were skipped as unreadable
     */
    long forEach(ScanVisitor visitor) {
        return this.<Account>forEach(scan::accounts, visitor::visit)
                + this.<PendingRevocation>forEach(scan::pendingRevocations, visitor::visit)
                + this.<StoredLease>forEach(scan::leases, visitor::visit);
    }

    private <T> long forEach(BiFunction<ScanCursor, Integer, ScanPage<T>> pages, Consumer<T> visit) {
        return PagedScan.forEach(pages, visit, page -> {
            scanned += page.items().size() + page.unreadable();
            observer.scanned(scanned);
        });
    }
}
