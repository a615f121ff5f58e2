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
        return stored(key).map(account -> account.of(key.owner()));
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return stored(key).map(account -> account.metadataOf(key.owner()));
    }

    private Optional<StoredAccount> stored(AccountKey key) {
        return store.find(key.owner()).flatMap(holdings -> holdings.accounts().find(key));
    }

    @Override
    public List<AccountMetadata> list(UserId owner) {
        return store.find(owner)
                .map(holdings -> holdings.accounts().metadataOf(owner))
                .orElseGet(List::of);
    }

    @Override
    public List<AccountMetadata> list(UserId owner, ProviderId provider) {
        return store.find(owner)
                .map(holdings -> holdings.accounts().metadataOf(owner, provider))
                .orElseGet(List::of);
    }

    @Override
    public LinkResult link(Account account, int quota, AuditedAction action) {
        return store.change(
                account.key().owner(), holdings -> holdings.link(account, quota, action, store.interning()));
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        if (!renewed.version().equals(expected.next())) {
            throw new IllegalArgumentException(
                    "a renewed account must be at the version that follows the expected one");
        }
        return store.change(
                renewed.key().owner(), holdings -> holdings.renew(expected, renewed, action, store.interning()));
    }

    @Override
    public boolean unlink(AccountKey key, AccountVersion expected, AuditedAction action) {
        return store.change(key.owner(), holdings -> holdings.unlink(key, expected, action, store.interning()));
    }
}
