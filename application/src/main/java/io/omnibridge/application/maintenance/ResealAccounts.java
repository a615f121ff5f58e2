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
 * Seals every account and every obligation under the primary key that is not yet. It may be stopped at any moment and run again: what is done
 * is passed by without being opened. Nodes may read and write the same accounts meanwhile: each change is conditional, and
 * whoever changes an account in between wins. Attempts
 * to connect an account are left alone: they live for minutes, and those that are under way when a key is retired may fail.
 */
public final class ResealAccounts {

    private final AccountScan scan;
    private final SealingKeys keys;

    public ResealAccounts(AccountScan scan, SealingKeys keys) {
        this.scan = Objects.requireNonNull(scan);
        this.keys = Objects.requireNonNull(keys);
    }

    /**
     * What one run did. What another writer changed in between is in none of these numbers.
     *
     * @param resealed how many accounts and obligations are under the primary key now, and were not before
     * @param unreadable how many do not open, and were left as they are
     */
    public record Outcome(long resealed, long unreadable) {}

    /**
     * Meets everything once, or twice if the store so wants.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done stays done
     */
    public Outcome reseal(ScanObserver observer) {
        Run run = new Run(observer);
        long passedOver = new FullScan(scan).each(run::visit, run::visit, observer);
        return new Outcome(run.resealed, run.unreadable + passedOver);
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

        void visit(PendingRevocation pendingRevocation) {
            if (isOfAnotherKey(keys.keyOf(pendingRevocation.sealed()))) {
                reseal(
                        pendingRevocation.account(),
                        () -> scan.reseal(pendingRevocation, keys.reseal(pendingRevocation)));
            }
        }

        private boolean isOfAnotherKey(OptionalLong key) {
            return !key.equals(OptionalLong.of(keys.primary()));
        }

        private void reseal(AccountKey of, BooleanSupplier write) {
            try {
                resealed += write.getAsBoolean() ? 1 : 0;
            } catch (CredentialsUnreadable e) {
                unreadable++;
                observer.unreadable(of);
            }
        }
    }
}
