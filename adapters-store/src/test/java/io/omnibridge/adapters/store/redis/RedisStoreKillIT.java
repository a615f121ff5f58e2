package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;

import io.omnibridge.adapters.store.fault.Storm;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("D1")
@Timeout(120)
class RedisStoreKillIT {

    @Test
    void every_acknowledged_link_and_claim_outlives_a_kill_of_a_server_that_appends_always() throws Exception {
        try (RedisProcess server = RedisProcess.durable();
                DurableStore redis = RedisProcess.openWithDefaultDeadline(server.port())) {
            Storm storm = new Storm(VaultPorts.over(redis.users(), CHAIN).accounts());
            int acknowledged = storm.untilKilled(server::kill);
            RedisProcess again = server.restart();
            try {
                storm.assertNothingLost(redis.connection(), redis.users(), CHAIN);
            } finally {
                again.close();
            }
            System.out.println("D1 Redis: " + acknowledged + " links acknowledged before kill -9, all there");
        }
    }
}
