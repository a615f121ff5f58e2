package io.omnibridge.application.revocation;

import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.GiveBack.GivenBack;
import io.omnibridge.application.revocation.RevokeGrant.Outcome;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import io.omnibridge.domain.revocation.ObligationId;
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
    private final AccountSweep sweep;
    private final GiveBack giveBack;
    private final RevokeGrant revokeGrant;
    private final RevokeDueGrants revokeDueGrants;
    private final Clock clock;

    public EraseUser(TokenStore store, AccountSweep sweep, GiveBack giveBack, RevokeGrant revokeGrant, Clock clock) {
        this.store = Objects.requireNonNull(store);
        this.sweep = Objects.requireNonNull(sweep);
        this.giveBack = Objects.requireNonNull(giveBack);
        this.revokeGrant = Objects.requireNonNull(revokeGrant);
        this.revokeDueGrants = new RevokeDueGrants(sweep, revokeGrant);
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
            Optional<GivenBack> givenBack =
                    giveBack.giveBack(key, MaintenanceAction.unlink(key, REASON, clock.instant()));
            if (givenBack.isPresent()) {
                accounts++;
                if (!isRevoked(givenBack.get().owed())) {
                    living.add(key.provider());
                }
            }
        }
        ErasedUser rest = sweep.erase(user);
        return new Erasure(new ErasedUser(accounts + rest.accounts(), rest.events()), living);
    }

    /** Where grants live on that were to be given back before, and are not now. */
    private Collection<ProviderId> leftAfterALastTime(UserId user) {
        Set<ObligationId> revoked = new HashSet<>();
        Map<ObligationId, ProviderId> left = new LinkedHashMap<>();
        revokeDueGrants.each(obligation -> {
            if (obligation.account().owner().equals(user)) {
                left.put(obligation.id(), obligation.account().provider());
                if (revokeGrant.revokeLastTime(obligation) == Outcome.REVOKED) {
                    revoked.add(obligation.id());
                }
            }
        });
        left.keySet().removeAll(revoked);
        return left.values();
    }

    private boolean isRevoked(Optional<Obligation> owed) {
        return owed.map(revokeGrant::revoke).equals(Optional.of(Outcome.REVOKED));
    }
}
