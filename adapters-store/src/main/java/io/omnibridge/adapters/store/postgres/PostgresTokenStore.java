package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.write.AccountDecisions;
import io.omnibridge.adapters.store.spi.SnapshotScope;
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

/** The accounts of a {@link PostgresStore}: a read and an unrecorded change are one round trip, a write
 * that meets no other one is two. Thread-safe. */
final class PostgresTokenStore implements TokenStore {

    private final Database database;
    private final UserWrites writes;

    PostgresTokenStore(Database database, UserWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return database.call(AccountQueries.find(key)).stream().findFirst();
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return database.call(AccountQueries.findMetadata(key)).stream().findFirst();
    }

    @Override
    public List<AccountMetadata> list(UserId owner) {
        return database.call(AccountQueries.list(owner));
    }

    @Override
    public List<AccountMetadata> list(UserId owner, ProviderId provider) {
        return database.call(AccountQueries.list(owner, provider));
    }

    @Override
    public Optional<TimedAccount> findWithStoreTime(AccountKey key) {
        return database.call(AccountQueries.findWithStoreTime(key)).stream().findFirst();
    }

    @Override
    public LinkResult link(Account account, int quota, Optional<PendingRevocation> owed, AuditedAction action) {
        return writes.write(action, SnapshotScope.of(account.key()), AccountDecisions.link(account, quota, owed));
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        return writes.write(action, SnapshotScope.of(renewed.key()), AccountDecisions.renew(expected, renewed));
    }

    @Override
    public boolean updateRefreshState(AccountKey key, AccountVersion expected, RefreshState from, RefreshState to) {
        return tookPlace(RefreshStateQueries.updateRefreshState(key, expected, from, to));
    }

    @Override
    public boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action) {
        return writes.write(action, SnapshotScope.of(ended.key()), AccountDecisions.markNeedsReconnect(from, ended));
    }

    @Override
    public void recordUse(AccountKey key, AccountVersion expected, Instant usedAt) {
        tookPlace(RefreshStateQueries.recordUse(key, expected, usedAt));
    }

    @Override
    public boolean unlink(AccountMetadata expected, Optional<PendingRevocation> owed, AuditedAction action) {
        return writes.write(action, SnapshotScope.of(expected.key()), AccountDecisions.unlink(expected, owed));
    }

    private boolean tookPlace(Query<String> change) {
        return database.call(new RetryOnConflict<>(
                connection -> Optional.of(!change.over(connection).isEmpty())));
    }
}
