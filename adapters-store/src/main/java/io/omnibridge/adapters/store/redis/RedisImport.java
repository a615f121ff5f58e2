package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.durable.UserImport;
import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.adapters.store.record.RecordedEvent;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import java.util.List;

/** What comes to a {@link RedisStore} from another store. Thread-safe. */
final class RedisImport implements UserImport {

    private final Redis redis;

    RedisImport(Redis redis) {
        this.redis = redis;
    }

    @Override
    public void begin(UserId user, RecordHead head, long accounts) {
        redis.call(ImportCommands.begin(user, head));
    }

    @Override
    public void addAccounts(UserId user, List<Account> accounts) {
        redis.call(ImportCommands.accounts(user, accounts));
    }

    @Override
    public void addObligations(UserId user, List<Obligation> obligations) {
        redis.call(OwingIndex.add(user));
        redis.call(ImportCommands.obligations(user, obligations));
    }

    @Override
    public void addEvents(UserId user, List<RecordedEvent> oldestFirst) {
        redis.call(ImportCommands.events(user, oldestFirst));
    }
}
