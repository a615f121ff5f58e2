package io.omnibridge.bootstrap.e2e;

class RedisDataOutIT extends DataOutContract {

    RedisDataOutIT() {
        super(RedisNodes.onNewServer());
    }
}
