package io.omnibridge.bootstrap.e2e;

import org.junit.jupiter.api.Tag;

@Tag("long")
class RedisVaultIT extends DurableVaultContract {

    RedisVaultIT() {
        super(RedisNodes.onNewServer());
    }
}
