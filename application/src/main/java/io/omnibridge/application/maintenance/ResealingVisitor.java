package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.SealingKeys;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Reseals every row that it receives and that another key than the primary one sealed, and counts them. Not thread-safe. */
final class ResealingVisitor implements ScanVisitor {

    private final AccountScan scan;
    private final SealingKeys keys;
    private final ScanObserver observer;
    private final Clock clock;
    private long accounts;
    private long leases;
    private long unreadable;

    ResealingVisitor(AccountScan scan, SealingKeys keys, ScanObserver observer, Clock clock) {
        this.scan = scan;
        this.keys = keys;
        this.observer = observer;
        this.clock = clock;
    }

    @Override
    public void visit(Account account) {
        if (!account.credentials().isErased() && isOfAnotherKey(keys.keyOf(account.credentials()))) {
            accounts +=
                    written(() -> scan.reseal(account, keys.reseal(account)), () -> observer.unreadable(account.key()));
        }
    }

    @Override
    public void visit(PendingRevocation revocation) {
        if (isOfAnotherKey(keys.keyOf(revocation.sealed()))) {
            accounts += written(
                    () -> scan.reseal(revocation, keys.reseal(revocation)),
                    () -> observer.unreadable(revocation.account()));
        }
    }

    /** Nothing needs the terms of a lease that has expired. */
    @Override
    public void visit(StoredLease lease) {
        if (!lease.hasExpiredAt(clock.instant()) && isOfAnotherKey(keys.keyOf(lease.sealed()))) {
            leases += written(() -> scan.reseal(lease, keys.reseal(lease)), () -> observer.unreadable(lease));
        }
    }

    private boolean isOfAnotherKey(OptionalLong key) {
        return !key.equals(OptionalLong.of(keys.primary()));
    }

    private long written(BooleanSupplier write, Runnable tellUnreadable) {
        try {
            return write.getAsBoolean() ? 1 : 0;
        } catch (CredentialsUnreadable e) {
            unreadable++;
            tellUnreadable.run();
            return 0;
        }
    }

    /** @param skipped how many rows the scan could not read */
    ResealResult result(long skipped) {
        return new ResealResult(accounts, leases, unreadable + skipped);
    }
}
