package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.Account;
import java.util.Objects;

/** Opens what every account holds, to see whether it opens, and keeps nothing of it. */
public final class VerifyCredentials {

    private final AccountSweep sweep;
    private final CredentialSealer sealer;

    public VerifyCredentials(AccountSweep sweep, CredentialSealer sealer) {
        this.sweep = Objects.requireNonNull(sweep);
        this.sealer = Objects.requireNonNull(sealer);
    }

    /**
     * What was found. A store that meets an account twice counts it twice.
     *
     * @param opened how many accounts open
     * @param unreadable how many do not
     */
    public record Verdict(long opened, long unreadable) {}

    /**
     * Opens all accounts, one after the other.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public Verdict verify(SweepObserver observer) {
        Run run = new Run(observer);
        long passedOver = new WholeSweep(sweep).each(run::visit, observer);
        return new Verdict(run.opened, run.unreadable + passedOver);
    }

    private final class Run {

        private final SweepObserver observer;
        private long opened;
        private long unreadable;

        Run(SweepObserver observer) {
            this.observer = observer;
        }

        void visit(Account account) {
            try {
                sealer.open(account);
                opened++;
            } catch (CredentialsUnreadable e) {
                unreadable++;
                observer.unreadable(account.key());
            }
        }
    }
}
