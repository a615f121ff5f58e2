package io.omnibridge.bootstrap.e2e;

class RedisExchangedVaultIT extends ExchangedVaultContract {

    RedisExchangedVaultIT() {
        super(RedisNodes.onNewServer());
    }
}
