package io.omnibridge.application.revocation;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.UnusedTokens;
import java.util.Objects;

/**
 * Revokes tokens that were issued for an attempt that failed. It leaves them alone where their revocation could end a grant that
 * is linked, and says so in the audit log. Thread-safe.
 */
public final class RevokeUnusedTokens {

    private final TokenStore store;
    private final PendingRevocations pendingRevocations;
    private final AuditLog auditLog;
    private final RevocationPlanner planner;
    private final RevocationRules revocationRules;
    private final RevocationWorkers workers;

    public RevokeUnusedTokens(
            TokenStore store,
            PendingRevocations pendingRevocations,
            AuditLog auditLog,
            RevocationPlanner planner,
            RevocationRules revocationRules,
            RevocationWorkers workers) {
        this.store = Objects.requireNonNull(store);
        this.pendingRevocations = Objects.requireNonNull(pendingRevocations);
        this.auditLog = Objects.requireNonNull(auditLog);
        this.planner = Objects.requireNonNull(planner);
        this.revocationRules = Objects.requireNonNull(revocationRules);
        this.workers = Objects.requireNonNull(workers);
    }

    /**
     * Queues the revocation and has it attempted at once. Does nothing where the provider offers no revocation.
     *
     * @param cause the action that failed; its user owns the tokens
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; the revocation may be queued
     */
    public void revoke(ProviderId provider, UnusedTokens unused, AuditedAction cause) {
        AccountKey key = new AccountKey(cause.user(), provider, unused.account().orElse(ProviderAccountId.UNKNOWN));
        planner.forUnused(key, unused, cause.at()).ifPresent(revocation -> {
            AuditedAction action = cause.on(key).as(ActionKind.REVOKE, cause.at());
            boolean mayRevoke = !revocationRules.couldEndLinkedGrant(revocation) && !isInUse(key, unused);
            if (mayRevoke && pendingRevocations.add(revocation, action)) {
                workers.submit(revocation);
            } else {
                auditLog.append(action.withOutcome(AuditOutcome.LEFT));
            }
        });
    }

    /** Returns whether a linked account has one of the tokens: some providers issue the same token again. */
    private boolean isInUse(AccountKey key, UnusedTokens unused) {
        return store.keys(key.owner(), key.provider()).stream()
                .flatMap(linked -> store.find(linked).stream())
                .anyMatch(account -> planner.isUsedBy(account, unused));
    }
}
