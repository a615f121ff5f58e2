package io.omnibridge.bootstrap.e2e;

class PostgresToRedisIT extends MovedVaultContract {

    PostgresToRedisIT() {
        super(PostgresNodes.onNewDatabase(), RedisNodes.onNewServer(), "--from", "postgres", "--to", "redis");
    }
}
