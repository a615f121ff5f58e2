package io.omnibridge.application.revocation;

import io.omnibridge.application.maintenance.PagedScan;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Signs one user out, revokes all grants of the user, and removes the user's data. It may be interrupted at any moment and run again.
 */
public final class EraseUser {

    private static final RequestId REASON = new RequestId("erase-user");
    private static final Actor OPERATOR = new Actor.Operator("users_erase");

    private final TokenStore store;
    private final AccountScan scan;
    private final SignOuts signOuts;
    private final RemoveAccount removeAccount;
    private final RevokeGrant revokeGrant;
    private final Clock clock;

    /** @param clock the store's */
    public EraseUser(
            TokenStore store,
            AccountScan scan,
            SignOuts signOuts,
            RemoveAccount removeAccount,
            RevokeGrant revokeGrant,
            Clock clock) {
        this.store = Objects.requireNonNull(store);
        this.scan = Objects.requireNonNull(scan);
        this.signOuts = Objects.requireNonNull(signOuts);
        this.removeAccount = Objects.requireNonNull(removeAccount);
        this.revokeGrant = Objects.requireNonNull(revokeGrant);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Erases the user. Sessions and JWTs that were issued before do not count for an hour, as {@link SignOuts} says. The event of that
     * sign-out is not counted in the result.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done remains done
     */
    public EraseUserResult erase(UserId user) {
        signOut(user);
        List<ProviderId> unrevoked = new ArrayList<>(unrevokedAfterLastAttempt(user));
        long accounts = 0;
        for (AccountKey key : store.keys(user)) {
            Optional<RemovedAccount> removed = remove(key);
            if (removed.isPresent()) {
                accounts++;
                if (!isRevoked(removed.get().revocation())) {
                    unrevoked.add(key.provider());
                }
            }
        }
        ErasedUser rest = scan.erase(user);
        long events = Math.max(rest.events() - 1, 0);
        return new EraseUserResult(new ErasedUser(accounts + rest.accounts(), events), unrevoked);
    }

    /** Comes first: no session of the user shows the data while it is being removed, or begins something new. */
    private void signOut(UserId user) {
        signOuts.signOut(
                user,
                new AuditedAction(
                        ActionKind.SIGN_OUT,
                        clock.instant(),
                        user,
                        OPERATOR,
                        Optional.empty(),
                        Optional.empty(),
                        REASON));
    }

    private Optional<RemovedAccount> remove(AccountKey key) {
        return removeAccount.remove(key, AuditedAction.by(OPERATOR, key, ActionKind.UNLINK, REASON, clock.instant()));
    }

    /** Attempts the user's pending revocations a last time, and returns the providers that did not carry them out. */
    private Collection<ProviderId> unrevokedAfterLastAttempt(UserId user) {
        Set<PendingRevocationId> revoked = new HashSet<>();
        Map<PendingRevocationId, ProviderId> pending = new LinkedHashMap<>();
        Consumer<PendingRevocation> attempt = revocation -> {
            if (revocation.account().owner().equals(user)) {
                pending.put(revocation.id(), revocation.account().provider());
                if (revokeGrant.revokeLastTime(revocation) == RevokeGrantResult.REVOKED) {
                    revoked.add(revocation.id());
                }
            }
        };
        PagedScan.forEach(scan::pendingRevocations, attempt, page -> {});
        pending.keySet().removeAll(revoked);
        return pending.values();
    }

    private boolean isRevoked(Optional<PendingRevocation> revocation) {
        return revocation.map(revokeGrant::revoke).equals(Optional.of(RevokeGrantResult.REVOKED));
    }
}
