package io.omnibridge.bootstrap.e2e;

class RedisRotationIT extends RotationContract<RedisNodes> {

    RedisRotationIT() {
        super(RedisNodes.onNewServer());
    }

    /** Redis has no question for it. */
    @Override
    String ownerOf(String digest, RedisNodes nodes, SeededAccounts accounts) {
        return accounts.ownerOf(digest);
    }
}
