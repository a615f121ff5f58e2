package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.SharedUseSession;
import io.omnibridge.adapters.store.spi.SharedUseStore;
import java.util.function.Function;

/** Logs of uses of several users in PostgreSQL: each step is one statement, however many users it has. Thread-safe. */
record PostgresSharedUses(Database database) implements SharedUseStore {

    @Override
    public <T> T inSession(Function<SharedUseSession, T> work) {
        return database.inSession(session -> work.apply(new PostgresSharedUseSession(session)));
    }
}
