package io.omnibridge.application.accounts;

import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.Caller;
import java.util.Objects;
import java.util.Optional;

/** Finds the metadata of one account of the caller. Thread-safe. */
public final class FindAccount {

    private final TokenStore store;

    public FindAccount(TokenStore store) {
        this.store = Objects.requireNonNull(store);
    }

    /**
     * Returns the account; empty for another user's account as for one that does not exist.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public Optional<AccountMetadata> find(Caller caller, ProviderId provider, ProviderAccountId providerAccountId) {
        return store.findMetadata(new AccountKey(caller.user(), provider, providerAccountId));
    }
}
