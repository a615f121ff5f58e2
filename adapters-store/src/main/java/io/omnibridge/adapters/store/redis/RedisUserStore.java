package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.deadline.UserTurns;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.spi.RowUpdate;
import io.omnibridge.adapters.store.spi.SignOut;
import io.omnibridge.adapters.store.spi.UseStore;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.adapters.store.spi.UserScan;
import io.omnibridge.adapters.store.spi.UserSession;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Users in Redis, on one server or on a cluster. A user is in one hash slot, so a read of a user is one command, and a write two
 * scripts. The indexes of callbacks and of pending revocations are in slots of their own: a write that adds to one of them
 * takes more commands. Thread-safe.
 */
final class RedisUserStore implements UserStore {

    private final RedisClient redis;
    private final UserTurns turns;
    private final RedisScan scan;
    private final RedisUses uses;
    private final RedisUpdates updates;

    RedisUserStore(RedisClient redis, UserTurns turns, Duration deadline) {
        this.redis = redis;
        this.turns = turns;
        this.scan = new RedisScan(redis);
        this.uses = new RedisUses(redis, deadline);
        this.updates = new RedisUpdates(redis, turns);
    }

    @Override
    public <T> T inSession(UserId user, Function<UserSession, T> work) {
        return redis.withDeadline(deadline -> turns.inTurn(user, () -> work.apply(new RedisSession(redis, deadline))));
    }

    @Override
    public Optional<TimedAccount> find(AccountKey key) {
        return redis.call(AccountCommands.find(key));
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return redis.call(AccountCommands.findMetadata(key)).map(StoredMetadata::account);
    }

    @Override
    public AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        return redis.withDeadline(deadline -> new AccountLister(redis, deadline).page(owner, provider, after, limit));
    }

    @Override
    public List<AccountKey> keys(UserId owner) {
        return redis.call(ListCommands.keys(owner));
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(UserId owner, AttemptId id) {
        return redis.call(AttemptCommands.find(owner, id));
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(HashedValue oauthState) {
        return redis.withDeadline(deadline -> redis.call(AttemptCommands.lookUp(oauthState), deadline)
                .flatMap(indexed -> redis.call(AttemptCommands.find(indexed.owner(), indexed.id()), deadline))
                .filter(attempt -> attempt.oauthState().equals(oauthState)));
    }

    @Override
    public List<PendingRevocation> pendingRevocations(UserId user) {
        return redis.call(RevocationCommands.all(user));
    }

    @Override
    public ChainedPage auditPage(UserId user, long before, int limit) {
        return redis.call(AuditLogCommands.page(user, before, limit));
    }

    @Override
    public StoredChainHead head(UserId user) {
        return redis.call(UserLog.CHANGES.head(user));
    }

    @Override
    public List<ChainedEvent> after(UserId user, long position, int limit) {
        return redis.call(UserLog.CHANGES.oldestFirst(user, position, limit));
    }

    @Override
    public List<RefusalCount> refusals(UserId user) {
        return redis.call(RefusalCommands.of(user));
    }

    @Override
    public boolean update(RowUpdate update) {
        return updates.apply(update);
    }

    @Override
    public Optional<SignOut> lastSignOut(UserId user) {
        return redis.call(SignOutCommands.find(user));
    }

    @Override
    public ErasedUser erase(UserId user) {
        return new UserErasure(redis, user).erase();
    }

    @Override
    public void load(UserChunk chunk) {
        if (chunk instanceof UserChunk.PendingRevocations) {
            redis.call(PendingRevocationIndex.add(chunk.user()));
        }
        redis.call(LoadCommands.of(chunk));
    }

    @Override
    public UseStore uses() {
        return uses;
    }

    @Override
    public UserScan scan() {
        return scan;
    }
}
