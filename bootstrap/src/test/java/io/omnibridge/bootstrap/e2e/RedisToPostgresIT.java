package io.omnibridge.bootstrap.e2e;

class RedisToPostgresIT extends MovedVaultContract {

    RedisToPostgresIT() {
        super(RedisNodes.onNewServer(), PostgresNodes.onNewDatabase(), "--from", "redis", "--to", "postgres");
    }
}
