package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.StoreTime;
import java.time.Instant;

/** The time of the database server. Thread-safe. */
record PostgresTime(Database database) implements StoreTime {

    private static final Query<Instant> TIME = new Query<>(
            "SELECT date_trunc('milliseconds', clock_timestamp()) AS store_time",
            parameters -> {},
            row -> row.time("store_time"));

    @Override
    public Instant read() {
        return database.call(TIME).get(0);
    }
}
