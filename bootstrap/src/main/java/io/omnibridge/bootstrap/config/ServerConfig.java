package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.postgres.PostgresSettings;
import io.omnibridge.adapters.store.redis.client.RedisSettings;

/** The server of a durable store, and how to connect to it. */
public sealed interface ServerConfig {

    /** A database of a PostgreSQL server. */
    record Postgres(PostgresSettings settings) implements ServerConfig {}

    /** One Redis, or a cluster. */
    record Redis(RedisSettings settings) implements ServerConfig {}
}
