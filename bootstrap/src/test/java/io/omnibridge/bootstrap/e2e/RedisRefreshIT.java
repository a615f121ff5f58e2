package io.omnibridge.bootstrap.e2e;

class RedisRefreshIT extends RefreshContract {

    RedisRefreshIT() {
        super(RedisNodes.onNewServer());
    }
}
