package io.omnibridge.adapters.store.redis;

import static io.omnibridge.application.port.Samples.ALICE;

import io.omnibridge.adapters.store.vault.TamperedUseLogContract;
import redis.clients.jedis.params.XTrimParams;

class RedisUseLogIT extends OneRedis implements TamperedUseLogContract {

    private static final UserKeys KEYS = UserKeys.of(ALICE);

    @Override
    public UseTampering useTampering() {
        return new WithCommands();
    }

    /** The only user is alice. */
    private static final class WithCommands implements UseTampering {

        @Override
        public void removeUpTo(long position) {
            XTrimParams behind = XTrimParams.xTrimParams().exactTrimming().minId((position + 1) + "-0");
            server.ask(jedis -> jedis.xtrim(KEYS.uses(), behind));
        }

        @Override
        public void forgeBase(long position) {
            server.ask(jedis -> {
                jedis.hset(KEYS.user(), "use_base_position", Long.toString(position));
                jedis.hset(KEYS.user(), "use_base_position_mac", "forged");
                jedis.hsetnx(KEYS.user(), "use_base_pruned_before", "1");
                return jedis.hsetnx(KEYS.user(), "use_base_mac", "forged");
            });
            removeUpTo(position);
        }

        @Override
        public void refuseReceipts() {
            server.ask(jedis -> {
                jedis.del(KEYS.uses());
                return jedis.set(KEYS.uses(), "not a stream");
            });
        }
    }
}
