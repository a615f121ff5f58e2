package io.omnibridge.adapters.store.memory;

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Wrong store for comparison: each map is thread-safe, but not what happens between two calls of it. */
final class NaiveTokenStore implements TokenStore {

    private final Map<UserId, Map<AccountKey, Account>> users = new ConcurrentHashMap<>();

    @Override
    public Optional<Account> find(AccountKey key) {
        return Optional.ofNullable(of(key.owner()).get(key));
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return find(key).map(Account::metadata);
    }

    @Override
    public AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        return new AccountPage(
                of(owner).values().stream().map(Account::metadata).toList(), Optional.empty());
    }

    @Override
    public List<AccountKey> keys(UserId owner) {
        throw new UnsupportedOperationException("no operation of this test");
    }

    @Override
    public Optional<TimedAccount> findWithStoreTime(AccountKey key) {
        return find(key).map(account -> new TimedAccount(account, Instant.EPOCH));
    }

    @Override
    public LinkResult link(Account account, int quota, Optional<PendingRevocation> revocation, AuditedAction action) {
        Map<AccountKey, Account> accounts = of(account.key().owner());
        if (!accounts.containsKey(account.key()) && accounts.size() >= quota) {
            return new LinkResult.QuotaExceeded();
        }
        return accounts.put(account.key(), account) == null
                ? new LinkResult.Linked(account.metadata())
                : new LinkResult.Replaced(account.metadata());
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        return put(expected, renewed);
    }

    @Override
    public boolean updateRefreshState(AccountKey key, AccountVersion expected, RefreshState from, RefreshState to) {
        Optional<Account> former = find(key);
        return former.filter(account -> account.metadata().refresh().equals(from))
                        .isPresent()
                && put(expected, former.get().withRefresh(to));
    }

    @Override
    public boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action) {
        return put(ended.version(), ended);
    }

    @Override
    public void recordView(AccountKey key, AccountVersion expected, Instant seenAt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean unlink(AccountMetadata expected, Optional<PendingRevocation> revocation, AuditedAction action) {
        boolean current = isAt(expected.key(), expected.version());
        if (current) {
            of(expected.key().owner()).remove(expected.key());
        }
        return current;
    }

    private boolean put(AccountVersion expected, Account account) {
        boolean current = isAt(account.key(), expected);
        if (current) {
            of(account.key().owner()).put(account.key(), account);
        }
        return current;
    }

    private boolean isAt(AccountKey key, AccountVersion expected) {
        return find(key).map(Account::version).filter(expected::equals).isPresent();
    }

    private Map<AccountKey, Account> of(UserId owner) {
        return users.computeIfAbsent(owner, unknown -> new ConcurrentHashMap<>());
    }
}
