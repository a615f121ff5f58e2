package io.omnibridge.application.revocation;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Objects;
import java.util.Optional;

/** Removes accounts, and in the same step takes on to give their grants back. Thread-safe. */
public final class UnlinkForMaintenance {

    /** Each lost race means that another writer changed this very account in between; nobody meets that many. */
    private static final int MAX_ATTEMPTS = 16;

    private final TokenStore store;
    private final PlanRevocations planRevocations;

    public UnlinkForMaintenance(TokenStore store, PlanRevocations planRevocations) {
        this.store = Objects.requireNonNull(store);
        this.planRevocations = Objects.requireNonNull(planRevocations);
    }

    /**
     * What was removed.
     *
     * @param owed what is left to do; empty where nothing can be given back
     */
    public record Unlinked(Optional<PendingRevocation> owed) {

        public Unlinked {
            Objects.requireNonNull(owed, "owed");
        }
    }

    /**
     * Removes the account, in whatever version it is.
     *
     * @param action recorded as unlinked
     * @return empty if there was none, and nothing was recorded
     * @throws StoreUnavailable if the store did not answer, or the account kept changing; it may have been removed
     */
    public Optional<Unlinked> unlinkForMaintenance(AccountKey key, AuditedAction action) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<TimedAccount> held = store.findWithStoreTime(key);
            if (held.isEmpty()) {
                return Optional.empty();
            }
            Optional<PendingRevocation> owed =
                    planRevocations.forUnlinked(held.get().account(), held.get().at());
            if (store.unlink(held.get().account().metadata(), owed, action)) {
                return Optional.of(new Unlinked(owed));
            }
        }
        throw new StoreUnavailable("the account changed " + MAX_ATTEMPTS + " times while it was being unlinked");
    }
}
