package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.AccountUpdate;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.write.AccountDecisions;
import io.omnibridge.adapters.store.write.UserWrites;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts of a {@link UserStore}. */
final class VaultTokenStore implements TokenStore {

    private final UserStore store;
    private final UserWrites writes;

    VaultTokenStore(UserStore store, UserWrites writes) {
        this.store = store;
        this.writes = writes;
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return store.find(key).map(TimedAccount::account);
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return store.findMetadata(key);
    }

    @Override
    public AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        return store.list(owner, provider, after, limit);
    }

    @Override
    public List<AccountKey> keys(UserId owner) {
        return store.keys(owner);
    }

    @Override
    public Optional<TimedAccount> findWithStoreTime(AccountKey key) {
        return store.find(key);
    }

    @Override
    public LinkResult link(Account account, int quota, Optional<PendingRevocation> revocation, AuditedAction action) {
        return writes.write(action, SnapshotScope.of(account.key()), AccountDecisions.link(account, quota, revocation));
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        return writes.write(action, SnapshotScope.of(renewed.key()), AccountDecisions.renew(expected, renewed));
    }

    @Override
    public boolean updateRefreshState(AccountKey key, AccountVersion expected, RefreshState from, RefreshState to) {
        return store.update(new AccountUpdate.OfRefreshState(key, expected, from, to));
    }

    @Override
    public boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action) {
        return writes.write(action, SnapshotScope.of(ended.key()), AccountDecisions.markNeedsReconnect(from, ended));
    }

    @Override
    public void recordView(AccountKey key, AccountVersion expected, Instant seenAt) {
        store.update(new AccountUpdate.OfView(key, expected, seenAt));
    }

    @Override
    public boolean unlink(AccountMetadata expected, Optional<PendingRevocation> revocation, AuditedAction action) {
        return writes.write(action, SnapshotScope.of(expected.key()), AccountDecisions.unlink(expected, revocation));
    }
}
