package io.omnibridge.application.revocation;

import io.omnibridge.application.port.HeldAccount;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.Obligation;
import java.util.Objects;
import java.util.Optional;

/** Removes accounts, and in the same step takes on to give their grants back. Thread-safe. */
public final class GiveBack {

    /** Each lost race means that another writer changed this very account in between; nobody meets that many. */
    private static final int MAX_ATTEMPTS = 16;

    private final TokenStore store;
    private final OwedRevocations owedRevocations;

    public GiveBack(TokenStore store, OwedRevocations owedRevocations) {
        this.store = Objects.requireNonNull(store);
        this.owedRevocations = Objects.requireNonNull(owedRevocations);
    }

    /**
     * What was removed.
     *
     * @param owed what is left to do; empty where nothing can be given back
     */
    public record GivenBack(Optional<Obligation> owed) {

        public GivenBack {
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
    public Optional<GivenBack> giveBack(AccountKey key, AuditedAction action) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<HeldAccount> held = store.hold(key);
            if (held.isEmpty()) {
                return Optional.empty();
            }
            Optional<Obligation> owed =
                    owedRevocations.ofUnlinked(held.get().account(), held.get().at());
            if (store.unlink(held.get().account().metadata(), owed, action)) {
                return Optional.of(new GivenBack(owed));
            }
        }
        throw new StoreUnavailable("the account changed " + MAX_ATTEMPTS + " times while it was being unlinked");
    }
}
