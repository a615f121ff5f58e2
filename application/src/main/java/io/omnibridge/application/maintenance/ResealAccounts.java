package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.SealingKeys;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Seals every account and every pending revocation anew that is not sealed under the primary key. It may be interrupted
 * at any moment and run again; rows that are done are skipped without being opened. Nodes may read and write the same
 * rows meanwhile: each write is conditional, and a row that a node changed in between is left to that node.
 *
 * <p>Leases are not resealed: their clients keep tokens that need the same key. Connect attempts are not resealed. They last for minutes, and those that are pending when their key is retired may
 * fail.
 */
public final class ResealAccounts {

    private final AccountScan scan;
    private final SealingKeys keys;

    public ResealAccounts(AccountScan scan, SealingKeys keys) {
        this.scan = Objects.requireNonNull(scan);
        this.keys = Objects.requireNonNull(keys);
    }

    /**
     * Visits every account and every pending revocation at least once.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done remains done
     */
    public ResealResult reseal(ScanObserver observer) {
        Run run = new Run(observer);
        long skipped = new FullScan(scan, observer).forEach(run::visit, run::visit);
        return new ResealResult(run.resealed, run.unreadable + skipped);
    }

    private final class Run {

        private final ScanObserver observer;
        private long resealed;
        private long unreadable;

        Run(ScanObserver observer) {
            this.observer = observer;
        }

        void visit(Account account) {
            if (!account.credentials().isErased() && isOfAnotherKey(keys.keyOf(account.credentials()))) {
                reseal(account.key(), () -> scan.reseal(account, keys.reseal(account)));
            }
        }

        void visit(PendingRevocation revocation) {
            if (isOfAnotherKey(keys.keyOf(revocation.sealed()))) {
                reseal(revocation.account(), () -> scan.reseal(revocation, keys.reseal(revocation)));
            }
        }

        private boolean isOfAnotherKey(OptionalLong key) {
            return !key.equals(OptionalLong.of(keys.primary()));
        }

        private void reseal(AccountKey account, BooleanSupplier write) {
            try {
                resealed += write.getAsBoolean() ? 1 : 0;
            } catch (CredentialsUnreadable e) {
                unreadable++;
                observer.unreadable(account);
            }
        }
    }
}
