package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.record.ChainedRecords;
import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.adapters.store.record.RecordedEvent;
import io.omnibridge.domain.identity.UserId;
import java.util.List;

/** The records of a {@link PostgresStore} with their MACs. Thread-safe. */
final class PostgresRecords implements ChainedRecords {

    private final Database database;

    PostgresRecords(Database database) {
        this.database = database;
    }

    @Override
    public RecordHead head(UserId user) {
        return database.call(RecordQueries.head(user)).stream().findFirst().orElse(RecordHead.NONE);
    }

    @Override
    public List<RecordedEvent> after(UserId user, long position, int limit) {
        return database.call(RecordQueries.oldestFirst(user, position, limit));
    }
}
