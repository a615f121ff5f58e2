package io.omnibridge.bootstrap.e2e;

class RedisKillIT extends KilledVaultContract {

    RedisKillIT() {
        super(RedisNodes.onNewServer());
    }
}
