package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.store.postgres.PostgresStore;
import io.omnibridge.adapters.store.redis.RedisStore;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.bootstrap.config.ServerConfig;
import java.time.Clock;

/** Opens PostgreSQL or Redis. Both methods throw {@link StoreCannotStart} if the server cannot be used. */
public final class DurableStores {

    private DurableStores() {}

    /** Opens the store, and creates or upgrades its schema. */
    public static DurableStore open(ServerConfig server, Clock clock) {
        return server instanceof ServerConfig.Redis redis
                ? RedisStore.open(redis.settings(), clock)
                : PostgresStore.open(((ServerConfig.Postgres) server).settings(), clock);
    }

    /** Opens the store with the schema that it has. */
    static DurableStore openExisting(ServerConfig server, Clock clock) {
        return server instanceof ServerConfig.Redis redis
                ? RedisStore.openExisting(redis.settings(), clock)
                : PostgresStore.openExisting(((ServerConfig.Postgres) server).settings(), clock);
    }
}
