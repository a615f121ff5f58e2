package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedAuditLog;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.domain.identity.UserId;
import java.util.List;

/** The records of a {@link PostgresStore} with their MACs. Thread-safe. */
final class PostgresChainedAuditLog implements ChainedAuditLog {

    private final Database database;

    PostgresChainedAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public StoredChainHead head(UserId user) {
        return database.call(AuditLogQueries.head(user)).stream().findFirst().orElse(StoredChainHead.NONE);
    }

    @Override
    public List<ChainedEvent> after(UserId user, long position, int limit) {
        return database.call(AuditLogQueries.oldestFirst(user, position, limit));
    }
}
