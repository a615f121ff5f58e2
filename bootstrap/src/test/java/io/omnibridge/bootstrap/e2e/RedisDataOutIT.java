package io.omnibridge.bootstrap.e2e;

import org.junit.jupiter.api.Tag;

@Tag("long")
class RedisDataOutIT extends DataOutContract {

    RedisDataOutIT() {
        super(RedisNodes.onNewServer());
    }
}
