package io.omnibridge.bootstrap.e2e;

import io.omnibridge.domain.identity.UserId;

class RedisVerifyIT extends VerifiedAuditLogContract {

    RedisVerifyIT() {
        super(RedisNodes.onNewServer(), nodes -> new RedisTampering(nodes.server(), new UserId("alice")));
    }
}
