package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.adapters.store.redis.client.RedisClient;
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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The accounts of a {@link RedisStore}: a read is one round trip, a write that meets no other one is two. Thread-safe. */
final class RedisTokenStore implements TokenStore {

    private final RedisClient redis;
    private final UserWrites writes;

    RedisTokenStore(RedisClient redis, UserWrites writes) {
        this.redis = redis;
        this.writes = writes;
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return redis.call(AccountCommands.find(key));
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return redis.call(AccountCommands.findMetadata(key));
    }

    @Override
    public List<AccountMetadata> list(UserId owner) {
        return redis.call(AccountCommands.list(owner));
    }

    @Override
    public List<AccountMetadata> list(UserId owner, ProviderId provider) {
        return redis.call(AccountCommands.list(owner, provider));
    }

    @Override
    public Optional<TimedAccount> findWithStoreTime(AccountKey key) {
        return redis.call(AccountCommands.findWithStoreTime(key));
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
        String former = RefreshStateCodec.of(from);
        return change(
                key,
                account -> account.version().equals(expected)
                        && RefreshStateCodec.of(account.refresh()).equals(former),
                account -> account.withRefresh(to));
    }

    @Override
    public boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action) {
        return writes.write(action, SnapshotScope.of(ended.key()), AccountDecisions.markNeedsReconnect(from, ended));
    }

    @Override
    public void recordUse(AccountKey key, AccountVersion expected, Instant usedAt) {
        change(
                key,
                account ->
                        account.version().equals(expected) && account.usedAt().isBefore(usedAt),
                account -> account.withUsedAt(usedAt));
    }

    @Override
    public boolean unlink(AccountMetadata expected, Optional<PendingRevocation> owed, AuditedAction action) {
        return writes.write(action, SnapshotScope.of(expected.key()), AccountDecisions.unlink(expected, owed));
    }

    /** As {@link UserWrites} do it, without a record: reads, decides, and changes what still is as it was read. */
    private boolean change(AccountKey key, Predicate<AccountMetadata> expected, UnaryOperator<AccountMetadata> change) {
        return redis.withDeadline(deadline -> {
            while (true) {
                Optional<AccountCommands.Shown> former = redis.call(AccountCommands.findShown(key), deadline);
                if (former.filter(shown -> expected.test(shown.account())).isEmpty()) {
                    return false;
                }
                AccountMetadata next = change.apply(former.get().account());
                if (redis.call(AccountCommands.change(former.get(), next), deadline)) {
                    return true;
                }
            }
        });
    }
}
