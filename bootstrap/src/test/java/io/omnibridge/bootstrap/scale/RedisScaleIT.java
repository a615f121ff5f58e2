package io.omnibridge.bootstrap.scale;

import io.omnibridge.bootstrap.e2e.RedisNodes;

class RedisScaleIT extends MillionAccountsContract {

    RedisScaleIT() {
        super(RedisNodes.onNewServer(), RedisNodes.onNewServer());
    }
}
