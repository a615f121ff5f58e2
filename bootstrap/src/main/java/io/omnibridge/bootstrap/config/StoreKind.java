package io.omnibridge.bootstrap.config;

/** Where accounts are kept. */
enum StoreKind {
    /** In the heap of this process. */
    MEMORY,

    /** In a PostgreSQL database that any number of nodes share. */
    POSTGRES,

    /** In one Redis, or a Redis Cluster, that any number of nodes share. */
    REDIS
}
