package io.omnibridge.application.accounts;

import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.Caller;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lists the metadata of the caller's accounts, ordered by provider, then by account id. Thread-safe. */
public final class ListAccounts {

    private final TokenStore store;

    public ListAccounts(TokenStore store) {
        this.store = Objects.requireNonNull(store);
    }

    /**
     * Returns all accounts, or those at one provider.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public List<AccountMetadata> list(Caller caller, Optional<ProviderId> provider) {
        return provider.map(p -> store.list(caller.user(), p)).orElseGet(() -> store.list(caller.user()));
    }
}
