package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.write.AccountDecisions;
import io.omnibridge.adapters.store.write.SnapshotScope;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The accounts of a {@link MemoryStore}. Thread-safe; never unavailable. */
final class InMemoryTokenStore implements TokenStore {

    private final MemoryStore store;
    private final Clock clock;

    InMemoryTokenStore(MemoryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
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
        return store.find(key.owner()).flatMap(data -> data.accounts().find(key));
    }

    @Override
    public List<AccountMetadata> list(UserId owner) {
        return store.find(owner).map(data -> data.accounts().metadataOf(owner)).orElseGet(List::of);
    }

    @Override
    public List<AccountMetadata> list(UserId owner, ProviderId provider) {
        return store.find(owner)
                .map(data -> data.accounts().metadataOf(owner, provider))
                .orElseGet(List::of);
    }

    /** The time is read after the account: what is decided on it is decided no earlier than what it is decided on. */
    @Override
    public Optional<TimedAccount> findWithStoreTime(AccountKey key) {
        return find(key)
                .map(account -> new TimedAccount(account, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    @Override
    public LinkResult link(Account account, int quota, Optional<PendingRevocation> owed, AuditedAction action) {
        return store.write(action, SnapshotScope.of(account.key()), AccountDecisions.link(account, quota, owed));
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        return store.write(action, SnapshotScope.of(renewed.key()), AccountDecisions.renew(expected, renewed));
    }

    @Override
    public boolean updateRefreshState(AccountKey key, AccountVersion expected, RefreshState from, RefreshState to) {
        return store.changeAccount(
                key,
                account -> account.version().equals(expected)
                        && account.metadata().refresh().equals(from),
                account -> account.refreshing(to));
    }

    @Override
    public boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action) {
        return store.write(action, SnapshotScope.of(ended.key()), AccountDecisions.end(from, ended));
    }

    @Override
    public void recordUse(AccountKey key, AccountVersion expected, Instant usedAt) {
        store.changeAccount(
                key,
                account -> account.version().equals(expected)
                        && account.metadata().usedAt().isBefore(usedAt),
                account -> new Account(account.metadata().usedAt(usedAt), account.credentials()));
    }

    @Override
    public boolean unlink(AccountMetadata expected, Optional<PendingRevocation> owed, AuditedAction action) {
        return store.write(action, SnapshotScope.of(expected.key()), AccountDecisions.unlink(expected, owed));
    }
}
