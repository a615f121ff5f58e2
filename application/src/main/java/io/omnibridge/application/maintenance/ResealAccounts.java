package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.SealingKeys;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Seals every account, every pending revocation and every lease anew that is not sealed under the primary key. It may be interrupted
 * at any moment and run again; rows that are done are skipped without being opened. Nodes may read and write the same
 * rows meanwhile: each write is conditional, and a row that a node changed in between is left to that node.
 *
 * <p>The token of a lease is not resealed, because its client keeps it: {@link CountLeaseTokens}. Connect attempts are not resealed.
 * They last for minutes, and those that are pending when their key is retired may fail.
 */
public final class ResealAccounts {

    private final AccountScan scan;
    private final SealingKeys keys;
    private final Clock clock;

    public ResealAccounts(AccountScan scan, SealingKeys keys, Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.keys = Objects.requireNonNull(keys);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Visits every account, every pending revocation and every lease at least once.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done remains done
     */
    public ResealResult reseal(ScanObserver observer) {
        Run run = new Run(observer);
        long skipped = new FullScan(scan, observer).forEach(run);
        return new ResealResult(run.accounts, run.leases, run.unreadable + skipped);
    }

    private final class Run implements ScanVisitor {

        private final ScanObserver observer;
        private long accounts;
        private long leases;
        private long unreadable;

        Run(ScanObserver observer) {
            this.observer = observer;
        }

        @Override
        public void visit(Account account) {
            if (!account.credentials().isErased() && isOfAnotherKey(keys.keyOf(account.credentials()))) {
                accounts += written(
                        () -> scan.reseal(account, keys.reseal(account)), () -> observer.unreadable(account.key()));
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
    }
}
