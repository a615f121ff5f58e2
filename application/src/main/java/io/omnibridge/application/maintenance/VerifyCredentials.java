package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.TokenSealer;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.Obligation;
import java.util.Objects;

/**
 * Opens what every account and every obligation holds, to see whether it opens, and keeps nothing of it. Credentials that were
 * erased count for nothing.
 */
public final class VerifyCredentials {

    private final AccountSweep sweep;
    private final CredentialSealer sealer;
    private final TokenSealer tokens;

    public VerifyCredentials(AccountSweep sweep, CredentialSealer sealer, TokenSealer tokens) {
        this.sweep = Objects.requireNonNull(sweep);
        this.sealer = Objects.requireNonNull(sealer);
        this.tokens = Objects.requireNonNull(tokens);
    }

    /**
     * What was found. A store that meets one twice counts it twice.
     *
     * @param opened how many accounts and obligations open
     * @param unreadable how many do not
     */
    public record Verdict(long opened, long unreadable) {}

    /**
     * Opens everything, one after the other.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public Verdict verify(SweepObserver observer) {
        Run run = new Run(observer);
        long passedOver = new WholeSweep(sweep).each(run::visit, run::visit, observer);
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
            if (!account.credentials().isErased()) {
                open(account.key(), () -> sealer.open(account));
            }
        }

        void visit(Obligation obligation) {
            open(obligation.account(), () -> tokens.open(obligation));
        }

        private void open(AccountKey of, Runnable opening) {
            try {
                opening.run();
                opened++;
            } catch (CredentialsUnreadable e) {
                unreadable++;
                observer.unreadable(of);
            }
        }
    }
}
