package io.omnibridge.application.revocation;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.RemoveAccount.RemovedAccount;
import io.omnibridge.application.revocation.RevokeGrant.Outcome;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
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

/**
 * Gives back all grants of one user, and then removes everything that is kept of that user. It may be stopped at any moment and
 * run again.
 */
public final class EraseUser {

    private static final String REASON = "erase-user";

    private final TokenStore store;
    private final AccountScan scan;
    private final RemoveAccount removeAccount;
    private final RevokeGrant revokeGrant;
    private final RevokeDueGrants revokeDueGrants;
    private final Clock clock;

    public EraseUser(
            TokenStore store,
            AccountScan scan,
            RemoveAccount removeAccount,
            RevokeGrant revokeGrant,
            RevokeDueGrants revokeDueGrants,
            Clock clock) {
        this.store = Objects.requireNonNull(store);
        this.scan = Objects.requireNonNull(scan);
        this.removeAccount = Objects.requireNonNull(removeAccount);
        this.revokeGrant = Objects.requireNonNull(revokeGrant);
        this.revokeDueGrants = Objects.requireNonNull(revokeDueGrants);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * What was removed.
     *
     * @param erased everything, the accounts that were given back included
     * @param living where a grant may live on, one entry for each: the provider did not take it back, or cannot be asked, and
     *     with the user's data the means to ask again are gone
     */
    public record Erasure(ErasedUser erased, List<ProviderId> living) {

        public Erasure {
            Objects.requireNonNull(erased, "erased");
            living = List.copyOf(living);
        }
    }

    /**
     * Erases the user.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done stays done
     */
    public Erasure erase(UserId user) {
        List<ProviderId> living = new ArrayList<>(leftAfterALastTime(user));
        long accounts = 0;
        for (AccountMetadata account : store.list(user)) {
            AccountKey key = account.key();
            Optional<RemovedAccount> removed =
                    removeAccount.remove(key, MaintenanceAction.unlink(key, REASON, clock.instant()));
            if (removed.isPresent()) {
                accounts++;
                if (!isRevoked(removed.get().revocation())) {
                    living.add(key.provider());
                }
            }
        }
        ErasedUser rest = scan.erase(user);
        return new Erasure(new ErasedUser(accounts + rest.accounts(), rest.events()), living);
    }

    /** Where grants live on that were to be given back before, and are not now. */
    private Collection<ProviderId> leftAfterALastTime(UserId user) {
        Set<PendingRevocationId> revoked = new HashSet<>();
        Map<PendingRevocationId, ProviderId> left = new LinkedHashMap<>();
        revokeDueGrants.each(pendingRevocation -> {
            if (pendingRevocation.account().owner().equals(user)) {
                left.put(pendingRevocation.id(), pendingRevocation.account().provider());
                if (revokeGrant.revokeLastTime(pendingRevocation) == Outcome.REVOKED) {
                    revoked.add(pendingRevocation.id());
                }
            }
        });
        left.keySet().removeAll(revoked);
        return left.values();
    }

    private boolean isRevoked(Optional<PendingRevocation> owed) {
        return owed.map(revokeGrant::revoke).equals(Optional.of(Outcome.REVOKED));
    }
}
