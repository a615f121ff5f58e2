package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.record.ChainedRecords;
import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.adapters.store.record.RecordedEvent;
import io.omnibridge.domain.identity.UserId;
import java.util.List;

/** The records of a {@link RedisStore} with their MACs. Thread-safe. */
final class RedisRecords implements ChainedRecords {

    private final Redis redis;

    RedisRecords(Redis redis) {
        this.redis = redis;
    }

    @Override
    public RecordHead head(UserId user) {
        return redis.call(RecordCommands.head(user));
    }

    @Override
    public List<RecordedEvent> after(UserId user, long position, int limit) {
        return redis.call(RecordCommands.oldestFirst(user, position, limit));
    }
}
