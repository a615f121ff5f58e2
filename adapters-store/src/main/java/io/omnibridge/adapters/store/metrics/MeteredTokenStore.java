package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.FIND;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.FIND_METADATA;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.LINK;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.LIST;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.LIST_KEYS;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.MARK_NEEDS_RECONNECT;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.RECORD_VIEW;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.RENEW;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.UNLINK;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.UPDATE_REFRESH_STATE;

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

/** Token store that measures the calls of another one. */
final class MeteredTokenStore implements TokenStore {

    private final TokenStore store;
    private final StoreMetrics metrics;

    MeteredTokenStore(TokenStore store, StoreMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return metrics.measure(FIND, () -> store.find(key));
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return metrics.measure(FIND_METADATA, () -> store.findMetadata(key));
    }

    @Override
    public AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        return metrics.measure(LIST, () -> store.list(owner, provider, after, limit));
    }

    @Override
    public List<AccountKey> keys(UserId owner) {
        return metrics.measure(LIST_KEYS, () -> store.keys(owner));
    }

    @Override
    public Optional<TimedAccount> findWithStoreTime(AccountKey key) {
        return metrics.measure(FIND, () -> store.findWithStoreTime(key));
    }

    @Override
    public LinkResult link(Account account, int quota, Optional<PendingRevocation> revocation, AuditedAction action) {
        return metrics.measure(LINK, () -> store.link(account, quota, revocation, action));
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        return metrics.measure(RENEW, () -> store.renew(expected, renewed, action));
    }

    @Override
    public boolean updateRefreshState(AccountKey key, AccountVersion expected, RefreshState from, RefreshState to) {
        return metrics.measure(UPDATE_REFRESH_STATE, () -> store.updateRefreshState(key, expected, from, to));
    }

    @Override
    public boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action) {
        return metrics.measure(MARK_NEEDS_RECONNECT, () -> store.markNeedsReconnect(from, ended, action));
    }

    @Override
    public void recordView(AccountKey key, AccountVersion expected, Instant seenAt) {
        metrics.measure(RECORD_VIEW, () -> {
            store.recordView(key, expected, seenAt);
            return key;
        });
    }

    @Override
    public boolean unlink(AccountMetadata expected, Optional<PendingRevocation> revocation, AuditedAction action) {
        return metrics.measure(UNLINK, () -> store.unlink(expected, revocation, action));
    }
}
