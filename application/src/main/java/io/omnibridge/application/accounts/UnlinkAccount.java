package io.omnibridge.application.accounts;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.revocation.RemoveAccount;
import io.omnibridge.application.revocation.RemoveAccount.RemovedAccount;
import io.omnibridge.application.revocation.RevocationWorkers;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.revocation.PendingRevocation;
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
    private final RevokeGrant revokeGrant;
    private final RevocationWorkers workers;
    private final ProviderCatalogue catalogue;
    private final Clock clock;

    public UnlinkAccount(
            AuditLog auditLog,
            RemoveAccount removeAccount,
            RevokeGrant revokeGrant,
            RevocationWorkers workers,
            ProviderCatalogue catalogue,
            Clock clock) {
        this.auditLog = Objects.requireNonNull(auditLog);
        this.removeAccount = Objects.requireNonNull(removeAccount);
        this.revokeGrant = Objects.requireNonNull(revokeGrant);
        this.workers = Objects.requireNonNull(workers);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Removes the account.
     *
     * @param wait whether to wait for the provider and return its response; otherwise the provider is called beside the request
     * @throws StoreUnavailable if the store did not answer, or the account kept changing; the account may have been removed
     */
    public UnlinkResult unlink(
            Caller caller,
            RequestId requestId,
            ProviderId provider,
            ProviderAccountId providerAccountId,
            boolean wait) {
        AccountKey key = new AccountKey(caller.user(), provider, providerAccountId);
        AuditedAction action = AuditedAction.on(key, AuditedAction.Kind.UNLINK, caller, requestId, clock.instant());
        Optional<RemovedAccount> removed = removeAccount.remove(key, action);
        if (removed.isEmpty()) {
            auditLog.append(action.withOutcome(AuditOutcome.NOT_FOUND));
            return new UnlinkResult.NotFound();
        }
        return new UnlinkResult.Unlinked(
                revocation(removed.get().revocation(), wait),
                catalogue.find(provider).flatMap(ConnectableProvider::grantsPage));
    }

    private UnlinkResult.Revocation revocation(Optional<PendingRevocation> revocation, boolean wait) {
        if (revocation.isEmpty()) {
            return UnlinkResult.Revocation.NOT_OFFERED;
        }
        if (wait) {
            return revoke(revocation.get());
        }
        workers.submit(revocation.get());
        return UnlinkResult.Revocation.PENDING;
    }

    /** Calls the provider. The account is removed already: an unavailable store only delays the revocation. */
    private UnlinkResult.Revocation revoke(PendingRevocation revocation) {
        try {
            return switch (revokeGrant.revoke(revocation)) {
                case REVOKED -> UnlinkResult.Revocation.REVOKED;
                case PENDING, LEFT -> UnlinkResult.Revocation.PENDING;
                case ABANDONED -> UnlinkResult.Revocation.NOT_OFFERED;
            };
        } catch (StoreUnavailable e) {
            return UnlinkResult.Revocation.PENDING;
        }
    }
}
