package io.omnibridge.application.accounts;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.revocation.RemoveAccount;
import io.omnibridge.application.revocation.RemovedAccount;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * Unlinks one account of the caller. The account is removed at once, at its current version, and the revocation of its grant is
 * queued in the same write. Its provider cannot delay that. Thread-safe.
 */
public final class UnlinkAccount {

    private final AuditLog auditLog;
    private final RemoveAccount removeAccount;
    private final RevokeUnlinked revokeUnlinked;
    private final ProviderCatalogue catalogue;
    private final Clock clock;

    public UnlinkAccount(
            AuditLog auditLog,
            RemoveAccount removeAccount,
            RevokeUnlinked revokeUnlinked,
            ProviderCatalogue catalogue,
            Clock clock) {
        this.auditLog = Objects.requireNonNull(auditLog);
        this.removeAccount = Objects.requireNonNull(removeAccount);
        this.revokeUnlinked = Objects.requireNonNull(revokeUnlinked);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Removes the account.
     *
     * @param wait whether to wait for the provider and return its response; otherwise, and if too many calls to providers are in
     *     flight, the provider is called beside the request
     * @throws StoreUnavailable if the store did not answer, or the account kept changing; the account may have been removed
     */
    public UnlinkResult unlink(
            Caller caller,
            RequestId requestId,
            ProviderId provider,
            ProviderAccountId providerAccountId,
            boolean wait) {
        AccountKey key = new AccountKey(caller.user(), provider, providerAccountId);
        AuditedAction action = AuditedAction.on(key, ActionKind.UNLINK, caller, requestId, clock.instant());
        Optional<RemovedAccount> removed = removeAccount.remove(key, action);
        if (removed.isEmpty()) {
            auditLog.countRefusal(action.withOutcome(AuditOutcome.NOT_FOUND));
            return new UnlinkResult.NotFound();
        }
        return new UnlinkResult.Unlinked(
                revokeUnlinked.revoke(removed.get().revocation(), wait),
                catalogue.find(provider).flatMap(ConnectableProvider::grantsPage));
    }
}
