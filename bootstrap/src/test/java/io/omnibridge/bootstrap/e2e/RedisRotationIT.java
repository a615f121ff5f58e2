package io.omnibridge.bootstrap.e2e;

class RedisRotationIT extends RotationContract<RedisNodes> {

    RedisRotationIT() {
        super(RedisNodes.onNewServer());
    }

    /** Searches in the test, because Redis has no query for it. */
    @Override
    String ownerOf(String digest, RedisNodes nodes, SeededAccounts accounts) {
        return accounts.ownerOf(digest);
    }
}
