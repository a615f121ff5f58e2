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
 * Opens the sealed credentials of every account and the sealed token of every pending revocation, to check that they
 * open. Keeps nothing of them, and skips erased credentials.
 */
public final class VerifyCredentials {

    private final AccountScan scan;
    private final CredentialSealer sealer;
    private final TokenSealer tokenSealer;

    public VerifyCredentials(AccountScan scan, CredentialSealer sealer, TokenSealer tokenSealer) {
        this.scan = Objects.requireNonNull(scan);
        this.sealer = Objects.requireNonNull(sealer);
        this.tokenSealer = Objects.requireNonNull(tokenSealer);
    }

    /**
     * Visits every account and every pending revocation at least once.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public VerifyResult verify(ScanObserver observer) {
        Run run = new Run(observer);
        long skipped = new FullScan(scan, observer).forEach(run::visit, run::visit);
        return new VerifyResult(run.opened, run.unreadable + skipped);
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

        void visit(PendingRevocation revocation) {
            open(revocation.account(), () -> tokenSealer.open(revocation));
        }

        private void open(AccountKey account, Runnable opening) {
            try {
                opening.run();
                opened++;
            } catch (CredentialsUnreadable e) {
                unreadable++;
                observer.unreadable(account);
            }
        }
    }
}
