package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.metrics.StoreOperation.FIND;
import static io.omnibridge.adapters.store.metrics.StoreOperation.FIND_METADATA;
import static io.omnibridge.adapters.store.metrics.StoreOperation.LINK;
import static io.omnibridge.adapters.store.metrics.StoreOperation.LIST;
import static io.omnibridge.adapters.store.metrics.StoreOperation.LIST_KEYS;
import static io.omnibridge.adapters.store.metrics.StoreOperation.MARK_NEEDS_RECONNECT;
import static io.omnibridge.adapters.store.metrics.StoreOperation.RECORD_VIEW;
import static io.omnibridge.adapters.store.metrics.StoreOperation.RENEW;
import static io.omnibridge.adapters.store.metrics.StoreOperation.UNLINK;
import static io.omnibridge.adapters.store.metrics.StoreOperation.UPDATE_REFRESH_STATE;

import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.spi.RefreshStateUpdate;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.ViewUpdate;
import io.omnibridge.adapters.store.write.AccountDecisions;
import io.omnibridge.adapters.store.write.LinkDecisions;
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

/** The accounts of a {@link io.omnibridge.adapters.store.spi.UserStore}. */
final class VaultTokenStore implements TokenStore {

    private final VaultGate gate;
    private final UserWrites writes;
    private final StoreMetrics metrics;

    VaultTokenStore(VaultGate gate, UserWrites writes, StoreMetrics metrics) {
        this.gate = gate;
        this.writes = writes;
        this.metrics = metrics;
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return metrics.measure(FIND, () -> gate.pass().find(key).map(TimedAccount::account));
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return metrics.measure(FIND_METADATA, () -> gate.pass().findMetadata(key));
    }

    @Override
    public AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        return metrics.measure(LIST, () -> gate.pass().list(owner, provider, after, limit));
    }

    @Override
    public List<AccountKey> keys(UserId owner) {
        return metrics.measure(LIST_KEYS, () -> gate.pass().keys(owner));
    }

    @Override
    public Optional<TimedAccount> findWithStoreTime(AccountKey key) {
        return metrics.measure(FIND, () -> gate.pass().find(key));
    }

    @Override
    public LinkResult link(Account account, int quota, Optional<PendingRevocation> revocation, AuditedAction action) {
        return metrics.measure(
                LINK,
                () -> writes.write(
                        action, SnapshotScope.of(account.key()), LinkDecisions.link(account, quota, revocation)));
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        return metrics.measure(
                RENEW,
                () -> writes.write(action, SnapshotScope.of(renewed.key()), AccountDecisions.renew(expected, renewed)));
    }

    @Override
    public boolean updateRefreshState(AccountKey key, AccountVersion expected, RefreshState from, RefreshState to) {
        return metrics.measure(
                UPDATE_REFRESH_STATE, () -> gate.pass().update(new RefreshStateUpdate(key, expected, from, to)));
    }

    @Override
    public boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action) {
        return metrics.measure(
                MARK_NEEDS_RECONNECT,
                () -> writes.write(
                        action, SnapshotScope.of(ended.key()), AccountDecisions.markNeedsReconnect(from, ended)));
    }

    @Override
    public void recordView(AccountKey key, AccountVersion expected, Instant seenAt) {
        metrics.measure(RECORD_VIEW, () -> gate.pass().update(new ViewUpdate(key, expected, seenAt)));
    }

    @Override
    public boolean unlink(AccountMetadata expected, Optional<PendingRevocation> revocation, AuditedAction action) {
        return metrics.measure(
                UNLINK,
                () -> writes.write(
                        action, SnapshotScope.of(expected.key()), AccountDecisions.unlink(expected, revocation)));
    }
}
