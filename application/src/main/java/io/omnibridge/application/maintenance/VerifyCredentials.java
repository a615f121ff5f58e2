package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.TokenSealer;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Objects;

/**
 * Opens what every account and every obligation holds, to see whether it opens, and keeps nothing of it. Credentials that were
 * erased count for nothing.
 */
public final class VerifyCredentials {

    private final AccountScan scan;
    private final CredentialSealer sealer;
    private final TokenSealer tokens;

    public VerifyCredentials(AccountScan scan, CredentialSealer sealer, TokenSealer tokens) {
        this.scan = Objects.requireNonNull(scan);
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
    public Verdict verify(ScanObserver observer) {
        Run run = new Run(observer);
        long passedOver = new FullScan(scan).each(run::visit, run::visit, observer);
        return new Verdict(run.opened, run.unreadable + passedOver);
    }

    private final class Run {

        private final ScanObserver observer;
        private long opened;
        private long unreadable;

        Run(ScanObserver observer) {
            this.observer = observer;
        }

        void visit(Account account) {
            if (!account.credentials().isErased()) {
                open(account.key(), () -> sealer.open(account));
            }
        }

        void visit(PendingRevocation pendingRevocation) {
            open(pendingRevocation.account(), () -> tokens.open(pendingRevocation));
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
