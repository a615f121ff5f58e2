package io.omnibridge.bootstrap.e2e;

import io.omnibridge.domain.identity.UserId;

class RedisVerifyIT extends VerifiedRecordContract {

    RedisVerifyIT() {
        this(RedisNodes.onNewServer());
    }

    private RedisVerifyIT(RedisNodes nodes) {
        super(nodes, new RedisTampering(nodes.server(), new UserId("alice")));
    }
}
