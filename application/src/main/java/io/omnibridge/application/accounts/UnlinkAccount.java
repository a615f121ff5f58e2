package io.omnibridge.application.accounts;

import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** Unlinks one account of the caller, in whatever version it is. Thread-safe. */
public final class UnlinkAccount {

    /** Each lost race means that another writer changed this very account in between; nobody meets that many. */
    private static final int MAX_ATTEMPTS = 16;

    private final TokenStore store;
    private final AuditTrail trail;
    private final Clock clock;

    public UnlinkAccount(TokenStore store, AuditTrail trail, Clock clock) {
        this.store = Objects.requireNonNull(store);
        this.trail = Objects.requireNonNull(trail);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Removes the account.
     *
     * @return whether there was one
     * @throws StoreUnavailable if the store did not answer, or the account kept changing; it may have been removed
     */
    public boolean unlink(
            Caller caller, RequestId requestId, ProviderId provider, ProviderAccountId providerAccountId) {
        AccountKey key = new AccountKey(caller.user(), provider, providerAccountId);
        AuditedAction action = AuditedAction.on(key, AuditedAction.Kind.UNLINK, caller, requestId, clock.instant());
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<AccountMetadata> account = store.findMetadata(key);
            if (account.isEmpty()) {
                trail.record(action.concluded(AuditOutcome.NOT_FOUND));
                return false;
            }
            if (store.unlink(account.get(), Optional.empty(), action)) {
                return true;
            }
        }
        throw new StoreUnavailable("the account changed " + MAX_ATTEMPTS + " times while it was being unlinked");
    }
}
