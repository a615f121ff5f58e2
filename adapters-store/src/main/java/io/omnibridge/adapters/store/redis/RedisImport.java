package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.vault.UserImport;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;

/** What comes to a {@link RedisStore} from another store. Thread-safe. */
final class RedisImport implements UserImport {

    private final RedisClient redis;

    RedisImport(RedisClient redis) {
        this.redis = redis;
    }

    @Override
    public void begin(UserId user, StoredChainHead head, long accounts) {
        redis.call(ImportCommands.begin(user, head));
    }

    @Override
    public void addAccounts(UserId user, List<Account> accounts) {
        redis.call(ImportCommands.accounts(user, accounts));
    }

    @Override
    public void addRevocations(UserId user, List<PendingRevocation> pendingRevocations) {
        redis.call(PendingRevocationIndex.add(user));
        redis.call(ImportCommands.pendingRevocations(user, pendingRevocations));
    }

    @Override
    public void addEvents(UserId user, List<ChainedEvent> oldestFirst) {
        redis.call(ImportCommands.events(user, oldestFirst));
    }
}
