package io.omnibridge.application.revocation;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.application.revocation.RemoveAccount.RemovedAccount;
import io.omnibridge.application.revocation.RevokeGrant.Outcome;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives every grant at one provider back, whoever owns it: for the end of a contract, or after an accident. It may be stopped at
 * any moment and run again. What the provider does not take back now is tried again as every obligation is.
 */
public final class RevokeProvider {

    private static final String REASON = "revoke-provider";
    private static final int PAGE = 200;

    private final AccountScan scan;
    private final RemoveAccount removeAccount;
    private final RevokeGrant revokeGrant;
    private final Clock clock;

    public RevokeProvider(AccountScan scan, RemoveAccount removeAccount, RevokeGrant revokeGrant, Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.removeAccount = Objects.requireNonNull(removeAccount);
        this.revokeGrant = Objects.requireNonNull(revokeGrant);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * What one run came to.
     *
     * @param unlinked how many accounts were removed
     * @param revoked how many grants the provider says are no more
     * @param pending how many it will be asked about again
     * @param unreadable how much could not be read, and is as it was
     */
    public record Outcomes(long unlinked, long revoked, long pending, long unreadable) {}

    /**
     * Meets every account once, or twice if the store so wants.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done stays done
     */
    public Outcomes revoke(ProviderId provider, RevocationObserver observer) {
        Run run = new Run(provider);
        Optional<ScanCursor> position = Optional.of(ScanCursor.START);
        while (position.isPresent()) {
            ScanPage<Account> page = scan.accounts(position.get(), PAGE);
            page.items().forEach(run::visit);
            run.unreadable += page.unreadable();
            observer.met(run.met, run.unlinked);
            position = page.next();
        }
        return new Outcomes(run.unlinked, run.revoked, run.pending, run.unreadable);
    }

    private final class Run {

        private final ProviderId provider;
        private long met;
        private long unlinked;
        private long revoked;
        private long pending;
        private long unreadable;

        Run(ProviderId provider) {
            this.provider = provider;
        }

        void visit(Account account) {
            met++;
            if (account.key().provider().equals(provider)) {
                removeAccount
                        .remove(account.key(), MaintenanceAction.unlink(account.key(), REASON, clock.instant()))
                        .ifPresent(this::count);
            }
        }

        private void count(RemovedAccount removed) {
            unlinked++;
            removed.revocation().ifPresent(this::revoke);
        }

        private void revoke(PendingRevocation owed) {
            Outcome outcome = revokeGrant.revoke(owed);
            revoked += outcome == Outcome.REVOKED ? 1 : 0;
            pending += outcome == Outcome.PENDING ? 1 : 0;
        }
    }
}
