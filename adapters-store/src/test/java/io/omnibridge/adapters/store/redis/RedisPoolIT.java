package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.audit.AuditedAction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;

@Tag("D2")
@Timeout(120)
class RedisPoolIT {

    /** More than the pool has connections. */
    private static final int CALLERS = 20;

    @Test
    void callers_beyond_the_pool_get_unavailable_and_later_callers_are_served() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try (RedisProcess server = RedisProcess.start();
                DurableStore redis = RedisProcess.openWithDefaultDeadline(server.port())) {
            TokenStore store = VaultPorts.over(redis.users(), CHAIN).accounts();
            link(store, "first");
            server.ask(jedis -> jedis.sendCommand(Protocol.Command.CLIENT, "PAUSE", "60000", "WRITE"));
            List<Future<LinkResult>> waiting = IntStream.range(0, CALLERS)
                    .mapToObj(i -> threads.submit(() -> link(store, "a" + i)))
                    .toList();
            for (Future<LinkResult> one : waiting) {
                assertInstanceOf(
                        StoreUnavailable.class,
                        assertThrows(ExecutionException.class, one::get).getCause());
            }
            assertEquals(List.of(), store.list(BOB));
            server.ask(jedis -> jedis.sendCommand(Protocol.Command.CLIENT, "UNPAUSE"));
            assertInstanceOf(LinkResult.Linked.class, link(store, "last"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void idle_connections_that_broke_fail_no_call() throws Exception {
        try (RedisProcess server = RedisProcess.start();
                DurableStore redis = server.open()) {
            TokenStore store = VaultPorts.over(redis.users(), CHAIN).accounts();
            link(store, "first");
            server.ask(jedis -> jedis.sendCommand(Protocol.Command.CLIENT, "KILL", "TYPE", "normal"));
            assertInstanceOf(LinkResult.Linked.class, link(store, "second"));
            server.ask(jedis -> jedis.sendCommand(Protocol.Command.CLIENT, "KILL", "TYPE", "normal"));
            assertEquals(2, store.list(ALICE).size());
        }
    }

    @Test
    void scripts_are_sent_again_to_a_server_that_has_lost_them() throws Exception {
        try (RedisProcess server = RedisProcess.start();
                DurableStore redis = server.open()) {
            TokenStore store = VaultPorts.over(redis.users(), CHAIN).accounts();
            link(store, "first");
            server.ask(Jedis::scriptFlush);
            assertInstanceOf(LinkResult.Linked.class, link(store, "second"));
            server.ask(Jedis::scriptFlush);
            assertTrue(store.find(key(ALICE, GOOGLE, "second")).isPresent());
        }
    }

    @Test
    void a_server_that_became_a_replica_gets_no_write() throws Exception {
        try (RedisProcess server = RedisProcess.start();
                DurableStore redis = server.open()) {
            TokenStore store = VaultPorts.over(redis.users(), CHAIN).accounts();
            link(store, "first");
            server.ask(jedis -> jedis.replicaof("127.0.0.1", 1));
            assertThrows(StoreUnavailable.class, () -> link(store, "second"));
            server.ask(Jedis::replicaofNoOne);
            assertInstanceOf(LinkResult.Linked.class, link(store, "second"));
        }
    }

    private static LinkResult link(TokenStore store, String id) {
        return store.link(
                account(key(ALICE, GOOGLE, id)),
                QUOTA,
                Optional.empty(),
                action(AuditedAction.Kind.LINK, key(ALICE, GOOGLE, id)));
    }
}
