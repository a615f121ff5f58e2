package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedAuditLog;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.domain.identity.UserId;
import java.util.List;

/** The records of a {@link RedisStore} with their MACs. Thread-safe. */
final class RedisChainedAuditLog implements ChainedAuditLog {

    private final RedisClient redis;

    RedisChainedAuditLog(RedisClient redis) {
        this.redis = redis;
    }

    @Override
    public StoredChainHead head(UserId user) {
        return redis.call(AuditLogCommands.head(user));
    }

    @Override
    public List<ChainedEvent> after(UserId user, long position, int limit) {
        return redis.call(AuditLogCommands.oldestFirst(user, position, limit));
    }
}
