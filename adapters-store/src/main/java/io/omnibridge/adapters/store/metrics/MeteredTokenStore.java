package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.END;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.FIND;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.FIND_METADATA;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.HOLD;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.LINK;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.LIST;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.MOVE;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.RENEW;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.TOUCH;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.UNLINK;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.Objects;
import java.util.Optional;

/** A token store that measures the one behind it, and changes nothing. As thread-safe as that one. */
public final class MeteredTokenStore implements TokenStore {

    private final TokenStore store;
    private final StoreMetrics metrics;

    public MeteredTokenStore(TokenStore store, MeterRegistry registry) {
        this.store = Objects.requireNonNull(store);
        this.metrics =
                new StoreMetrics(registry, FIND, FIND_METADATA, LIST, HOLD, LINK, RENEW, MOVE, END, TOUCH, UNLINK);
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
    public List<AccountMetadata> list(UserId owner) {
        return metrics.measure(LIST, () -> store.list(owner));
    }

    @Override
    public List<AccountMetadata> list(UserId owner, ProviderId provider) {
        return metrics.measure(LIST, () -> store.list(owner, provider));
    }

    @Override
    public Optional<TimedAccount> findWithStoreTime(AccountKey key) {
        return metrics.measure(HOLD, () -> store.findWithStoreTime(key));
    }

    @Override
    public LinkResult link(Account account, int quota, Optional<PendingRevocation> owed, AuditedAction action) {
        return metrics.measure(LINK, () -> store.link(account, quota, owed, action));
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        return metrics.measure(RENEW, () -> store.renew(expected, renewed, action));
    }

    @Override
    public boolean updateRefreshState(AccountKey key, AccountVersion expected, RefreshState from, RefreshState to) {
        return metrics.measure(MOVE, () -> store.updateRefreshState(key, expected, from, to));
    }

    @Override
    public boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action) {
        return metrics.measure(END, () -> store.markNeedsReconnect(from, ended, action));
    }

    @Override
    public void recordUse(AccountKey key, AccountVersion expected, Instant usedAt) {
        metrics.measure(TOUCH, () -> {
            store.recordUse(key, expected, usedAt);
            return key;
        });
    }

    @Override
    public boolean unlink(AccountMetadata expected, Optional<PendingRevocation> owed, AuditedAction action) {
        return metrics.measure(UNLINK, () -> store.unlink(expected, owed, action));
    }
}
