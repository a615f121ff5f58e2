package io.omnibridge.application.revocation;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;

/** One run that unlinks all accounts at a provider: visits each account, and counts what was done. Not thread-safe. */
final class ProviderRevocation {

    private static final RequestId REASON = new RequestId("revoke-provider");
    private static final Actor OPERATOR = new Actor.Operator("providers_revoke");

    private final ProviderId provider;
    private final RemoveAccount removeAccount;
    private final RevokeGrant revokeGrant;
    private final Clock clock;
    private long scanned;
    private long unlinked;
    private long revoked;
    private long pending;

    ProviderRevocation(ProviderId provider, RemoveAccount removeAccount, RevokeGrant revokeGrant, Clock clock) {
        this.provider = provider;
        this.removeAccount = removeAccount;
        this.revokeGrant = revokeGrant;
        this.clock = clock;
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

    void reportTo(RevocationObserver observer) {
        observer.scanned(scanned, unlinked);
    }

    /** @param unreadable how many accounts the scan could not read */
    RevokeProviderResult result(long unreadable) {
        return new RevokeProviderResult(unlinked, revoked, pending, unreadable);
    }
}
