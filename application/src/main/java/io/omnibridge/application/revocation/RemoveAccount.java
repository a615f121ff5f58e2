package io.omnibridge.application.revocation;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Removes an account and queues the revocation of its grant, both in one write. Thread-safe. */
public final class RemoveAccount {

    /** Each lost race means that another writer changed this very account in between. */
    private static final int MAX_ATTEMPTS = 16;

    private final TokenStore store;
    private final RevocationPlanner planner;

    public RemoveAccount(TokenStore store, RevocationPlanner planner) {
        this.store = Objects.requireNonNull(store);
        this.planner = Objects.requireNonNull(planner);
    }

    /**
     * Removes the account at its current version.
     *
     * @param action appended to the audit log as unlinked, in the same write
     * @return empty if the account does not exist; nothing was changed or logged then
     * @throws StoreUnavailable if the store did not answer, or the account kept changing; the account may have been
     *     removed
     */
    public Optional<RemovedAccount> remove(AccountKey key, AuditedAction action) {
        return removeIf(key, action, account -> true);
    }

    /**
     * Removes the account as {@link #remove} does if {@code condition} holds for it, as it is stored, at the store's time.
     *
     * @return empty also if {@code condition} does not hold
     */
    public Optional<RemovedAccount> removeIf(AccountKey key, AuditedAction action, Predicate<TimedAccount> condition) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<TimedAccount> found = store.findWithStoreTime(key).filter(condition);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Optional<PendingRevocation> revocation =
                    planner.forUnlinked(found.get().account(), found.get().storeTime());
            if (store.unlink(found.get().account().metadata(), revocation, action)) {
                return Optional.of(new RemovedAccount(revocation));
            }
        }
        throw new StoreUnavailable("the account changed " + MAX_ATTEMPTS + " times while it was being unlinked");
    }
}
