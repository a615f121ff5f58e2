package io.omnibridge.adapters.store.memory;

import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;

/** The accounts of a {@link MemoryStore}. Thread-safe; never unavailable. */
final class InMemoryTokenStore implements TokenStore {

    private final MemoryStore store;

    InMemoryTokenStore(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return store.find(key.owner()).flatMap(holdings -> holdings.account(key));
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return find(key).map(Account::metadata);
    }

    @Override
    public List<AccountMetadata> list(UserId owner) {
        return store.find(owner).map(UserHoldings::accounts).orElseGet(List::of);
    }

    @Override
    public List<AccountMetadata> list(UserId owner, ProviderId provider) {
        return list(owner).stream()
                .filter(account -> account.key().provider().equals(provider))
                .toList();
    }

    @Override
    public LinkResult link(Account account, int quota, AuditedAction action) {
        return store.write(account.key().owner(), holdings -> holdings.link(account, quota, action));
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        if (!renewed.version().equals(expected.next())) {
            throw new IllegalArgumentException(
                    "a renewed account must be at the version that follows the expected one");
        }
        return store.find(renewed.key().owner())
                .filter(holdings -> holdings.renew(expected, renewed, action))
                .isPresent();
    }

    @Override
    public boolean unlink(AccountKey key, AccountVersion expected, AuditedAction action) {
        return store.find(key.owner())
                .filter(holdings -> holdings.unlink(key, expected, action))
                .isPresent();
    }
}
