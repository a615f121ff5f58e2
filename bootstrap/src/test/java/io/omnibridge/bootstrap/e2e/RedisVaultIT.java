package io.omnibridge.bootstrap.e2e;

class RedisVaultIT extends DurableVaultContract {

    RedisVaultIT() {
        super(RedisNodes.onNewServer());
    }
}
