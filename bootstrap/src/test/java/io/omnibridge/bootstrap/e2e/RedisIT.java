package io.omnibridge.bootstrap.e2e;

class RedisIT extends DurableVaultContract {

    RedisIT() {
        super(RedisNodes.onNewServer());
    }
}
