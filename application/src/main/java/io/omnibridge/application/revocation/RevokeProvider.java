package io.omnibridge.application.revocation;

import io.omnibridge.application.maintenance.PagedScan;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.util.Objects;

/**
 * Unlinks all accounts at one provider, of all users, and revokes their grants. It may be interrupted at any moment and
 * run again. Nodes attempt later what the provider does not revoke now.
 */
public final class RevokeProvider {

    private static final RequestId REASON = new RequestId("revoke-provider");
    private static final Actor OPERATOR = new Actor.Operator("providers_revoke");

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
     * Visits every account at least once.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done remains done
     */
    public RevokeProviderResult revoke(ProviderId provider, RevocationObserver observer) {
        Run run = new Run(provider);
        long unreadable =
                PagedScan.forEach(scan::accounts, run::visit, page -> observer.scanned(run.scanned, run.unlinked));
        return new RevokeProviderResult(run.unlinked, run.revoked, run.pending, unreadable);
    }

    private final class Run {

        private final ProviderId provider;
        private long scanned;
        private long unlinked;
        private long revoked;
        private long pending;

        Run(ProviderId provider) {
            this.provider = provider;
        }

        void visit(Account account) {
            scanned++;
            if (account.key().provider().equals(provider)) {
                AuditedAction action =
                        AuditedAction.by(OPERATOR, account.key(), ActionKind.UNLINK, REASON, clock.instant());
                removeAccount.remove(account.key(), action).ifPresent(this::count);
            }
        }

        private void count(RemovedAccount removed) {
            unlinked++;
            removed.revocation().ifPresent(this::revoke);
        }

        private void revoke(PendingRevocation revocation) {
            RevokeGrantResult result = revokeGrant.revoke(revocation);
            revoked += result == RevokeGrantResult.REVOKED ? 1 : 0;
            pending += result == RevokeGrantResult.PENDING ? 1 : 0;
        }
    }
}
