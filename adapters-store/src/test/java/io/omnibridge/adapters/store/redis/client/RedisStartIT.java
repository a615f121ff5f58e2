package io.omnibridge.adapters.store.redis.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.fault.FaultProxy;
import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.StoreLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import redis.clients.jedis.Jedis;

@Timeout(60)
class RedisStartIT {

    private static final String CANARY = "canary-p%40ss";
    private static final String CANARY_DECODED = "canary-p@ss";

    @Test
    void the_client_authenticates_with_the_user_and_the_password_of_the_url() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            server.ask(jedis -> jedis.aclSetUser("vault:1", "on", ">" + CANARY_DECODED, "~*", "+@all"));
            try (RedisClient client = connect("redis://vault%3A1:" + CANARY + "@127.0.0.1:" + server.port() + "/3")) {
                assertDoesNotThrow(client::check);
            }
            server.ask(jedis -> jedis.configSet("requirepass", CANARY_DECODED));
            try (RedisClient client = connect("redis://:" + CANARY + "@127.0.0.1:" + server.port())) {
                assertDoesNotThrow(client::check);
            }
        }
    }

    @Test
    @Tag("S6")
    void wrong_credentials_are_rejected_at_once_and_not_repeated() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            server.ask(jedis -> jedis.configSet("requirepass", "right"));
            String address = "127.0.0.1:" + server.port();
            for (String url : List.of(
                    "redis://" + address,
                    "redis://:" + CANARY + "@" + address,
                    "redis://unknown:" + CANARY + "@" + address)) {
                assertRejected(url, "password");
            }
            assertRejected("redis://:right@" + address + "/99", "ERR: the server refused the database");
        }
    }

    @Test
    @Tag("S6")
    void a_password_for_a_server_without_one_is_rejected() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            assertRejected("redis://:" + CANARY + "@127.0.0.1:" + server.port(), "the user or password");
        }
    }

    @Test
    void a_user_without_permission_for_cluster_slots_is_rejected() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            server.ask(jedis -> jedis.aclSetUser("default", "-cluster"));
            assertRejected("redis://127.0.0.1:" + server.port(), "CLUSTER SLOTS");
        }
    }

    @Test
    void a_start_fails_when_the_server_cannot_be_reached() {
        assertRejected("redis://:" + CANARY + "@127.0.0.1:1", "cannot be reached");
        assertRejected("redis://no-such-host.invalid", "cannot be reached");
    }

    @Test
    @Tag("T1")
    void a_server_without_tls_is_rejected_when_the_url_demands_tls() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            assertRejected("rediss://:" + CANARY + "@127.0.0.1:" + server.port(), "TLS");
        }
    }

    @Test
    @Tag("D2")
    void a_start_waits_until_the_server_can_be_reached() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (RedisProcess server = RedisProcess.start();
                FaultProxy proxy = new FaultProxy(server.port(), new byte[0])) {
            proxy.inject(FaultProxy.Fault.RESET);
            StoreLimits limits = new StoreLimits(Duration.ofSeconds(1), 8, Duration.ofSeconds(20));
            RedisSettings settings =
                    new RedisSettings(RedisUrl.parse("redis://127.0.0.1:" + proxy.port()), false, limits);
            Future<RedisClient> starting = thread.submit(() -> RedisClient.connect(settings, Clock.systemUTC()));
            Thread.sleep(700);
            assertFalse(starting.isDone());
            proxy.inject(FaultProxy.Fault.NONE);
            try (RedisClient client = starting.get()) {
                assertDoesNotThrow(client::check);
            }
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void a_start_fails_when_the_server_has_no_room_for_a_connection() throws Exception {
        try (RedisProcess server = RedisProcess.start();
                Jedis occupant = new Jedis("127.0.0.1", server.port())) {
            occupant.configSet("maxclients", "1");
            assertRejected("redis://127.0.0.1:" + server.port(), "not ready");
        }
    }

    @Test
    @Tag("T1")
    void a_cluster_with_a_node_beyond_loopback_is_rejected_without_tls() throws Exception {
        try (RedisProcess server = RedisProcess.start("cluster-enabled yes", "cluster-announce-ip 192.0.2.1")) {
            server.ask(jedis ->
                    jedis.clusterAddSlots(IntStream.range(0, SlotRange.SLOTS).toArray()));
            RedisSettings lenient = RedisProcess.settings("redis://127.0.0.1:" + server.port());
            RedisSettings strict = new RedisSettings(lenient.url(), false, lenient.limits());
            assertRejected(() -> RedisClient.connect(strict, Clock.systemUTC()), "OMNIBRIDGE_ALLOW_CLEARTEXT=true");
        }
    }

    private static void assertRejected(String url, String reason) {
        assertRejected(() -> connect(url), reason);
    }

    private static void assertRejected(Executable start, String reason) {
        StoreCannotStart rejection = assertThrows(StoreCannotStart.class, start);
        String message = String.valueOf(rejection.getMessage());
        assertTrue(message.startsWith("OMNIBRIDGE_REDIS_URL: ") && message.contains(reason), message);
        assertFalse(message.contains("canary"));
        assertNull(rejection.getCause());
    }

    private static RedisClient connect(String url) {
        return RedisClient.connect(RedisProcess.settings(url), Clock.systemUTC());
    }
}
