package io.omnibridge.bootstrap.e2e;

class RedisWrongClockIT extends WrongClockContract {

    RedisWrongClockIT() {
        super(RedisNodes.onNewServer());
    }
}
