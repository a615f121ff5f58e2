package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.fault.Callers;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;

@Tag("D2")
@Timeout(120)
class RedisPoolIT {

    @Test
    void callers_beyond_the_pool_get_unavailable_and_later_callers_are_served() throws Exception {
        try (RedisProcess server = RedisProcess.start();
                DurableStore redis = RedisProcess.openWithDefaultDeadline(server.port())) {
            Callers callers = callers(redis);
            callers.assertLinksSoon("first");
            server.ask(jedis -> jedis.sendCommand(Protocol.Command.CLIENT, "PAUSE", "60000", "WRITE"));

            callers.assertAllUnavailable();

            server.ask(jedis -> jedis.sendCommand(Protocol.Command.CLIENT, "UNPAUSE"));
            callers.assertLinksSoon("last");
        }
    }

    @Test
    void idle_connections_that_broke_fail_no_call() throws Exception {
        afterFirstLink((server, callers) -> {
            killConnections(server);
            callers.assertLinks("second");
            killConnections(server);
            assertEquals(2, Listing.all(callers.store(), ALICE).size());
        });
    }

    @Test
    void scripts_are_sent_again_to_a_server_that_has_lost_them() throws Exception {
        afterFirstLink((server, callers) -> {
            server.ask(Jedis::scriptFlush);
            callers.assertLinks("second");
            server.ask(Jedis::scriptFlush);
            assertTrue(callers.store().find(key(ALICE, GOOGLE, "second")).isPresent());
        });
    }

    @Test
    void a_server_that_became_a_replica_gets_no_write() throws Exception {
        afterFirstLink((server, callers) -> {
            server.ask(jedis -> jedis.replicaof("127.0.0.1", 1));
            assertThrows(StoreUnavailable.class, () -> callers.link("second"));
            server.ask(Jedis::replicaofNoOne);
            callers.assertLinks("second");
        });
    }

    private static void afterFirstLink(BiConsumer<RedisProcess, Callers> test) throws Exception {
        try (RedisProcess server = RedisProcess.start();
                DurableStore redis = server.open()) {
            Callers callers = callers(redis);
            callers.assertLinks("first");
            test.accept(server, callers);
        }
    }

    private static Callers callers(DurableStore redis) {
        return new Callers(VaultPorts.over(redis.users(), CHAIN).accounts());
    }

    private static void killConnections(RedisProcess server) {
        server.ask(jedis -> jedis.sendCommand(Protocol.Command.CLIENT, "KILL", "TYPE", "normal"));
    }
}
