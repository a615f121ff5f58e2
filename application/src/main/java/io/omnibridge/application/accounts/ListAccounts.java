package io.omnibridge.application.accounts;

import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.Caller;
import java.util.Objects;
import java.util.Optional;

/** Lists the metadata of the caller's accounts page by page, ordered by provider, then by account id. Thread-safe. */
public final class ListAccounts {

    private final TokenStore store;

    public ListAccounts(TokenStore store) {
        this.store = Objects.requireNonNull(store);
    }

    /**
     * Returns a page of all accounts, or of those at one provider.
     *
     * @param after {@code next} of the page before; empty for the first page
     * @param limit the maximum number of accounts, at least 1
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public AccountPage list(Caller caller, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        return store.list(caller.user(), provider, after, limit);
    }
}
