package io.omnibridge.adapters.store.redis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.fault.FaultProxy;
import io.omnibridge.adapters.store.redis.client.RedisSettings;
import io.omnibridge.adapters.store.redis.client.RedisUrl;
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
    void a_password_and_a_user_in_the_url_open_the_door() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            server.ask(jedis -> jedis.aclSetUser("vault:1", "on", ">" + CANARY_DECODED, "~*", "+@all"));
            try (RedisStore redis = open("redis://vault%3A1:" + CANARY + "@127.0.0.1:" + server.port() + "/3")) {
                assertDoesNotThrow(redis.health()::check);
            }
            server.ask(jedis -> jedis.configSet("requirepass", CANARY_DECODED));
            try (RedisStore redis = open("redis://:" + CANARY + "@127.0.0.1:" + server.port())) {
                assertDoesNotThrow(redis.health()::check);
            }
        }
    }

    @Test
    @Tag("S6")
    void a_wrong_or_missing_password_is_refused_at_once_and_not_repeated() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            server.ask(jedis -> jedis.configSet("requirepass", "right"));
            String address = "127.0.0.1:" + server.port();
            for (String url : List.of(
                    "redis://" + address,
                    "redis://:" + CANARY + "@" + address,
                    "redis://nobody:" + CANARY + "@" + address,
                    "redis://:right@" + address + "/99")) {
                assertRefused(url, "the password");
            }
        }
    }

    @Test
    @Tag("S6")
    void a_password_that_the_server_does_not_know_of_is_refused() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            assertRefused("redis://:" + CANARY + "@127.0.0.1:" + server.port(), "the password");
        }
    }

    @Test
    void a_user_who_may_not_ask_for_the_slots_is_refused() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            server.ask(jedis -> jedis.aclSetUser("default", "-cluster"));
            assertRefused("redis://127.0.0.1:" + server.port(), "CLUSTER SLOTS");
        }
    }

    @Test
    void a_server_that_cannot_be_reached_is_waited_for_and_then_refused() {
        assertRefused("redis://:" + CANARY + "@127.0.0.1:1", "cannot be reached");
        assertRefused("redis://no-such-host.invalid", "cannot be reached");
    }

    @Test
    @Tag("T1")
    void a_server_without_tls_is_refused_when_the_url_demands_it() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            assertRefused("rediss://:" + CANARY + "@127.0.0.1:" + server.port(), "TLS");
        }
    }

    @Test
    @Tag("D2")
    void a_server_that_comes_late_is_waited_for() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (RedisProcess server = RedisProcess.start();
                FaultProxy proxy = new FaultProxy(server.port(), new byte[0])) {
            proxy.inject(FaultProxy.Fault.RESET);
            StoreLimits patient = new StoreLimits(Duration.ofSeconds(1), 8, Duration.ofSeconds(20));
            RedisSettings settings =
                    new RedisSettings(RedisUrl.parse("redis://127.0.0.1:" + proxy.port()), false, patient);
            Future<RedisStore> node = thread.submit(() -> RedisStore.open(settings, Clock.systemUTC()));
            Thread.sleep(700);
            assertFalse(node.isDone());
            proxy.inject(FaultProxy.Fault.NONE);
            try (RedisStore redis = node.get()) {
                assertDoesNotThrow(redis.health()::check);
            }
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void a_server_that_is_full_is_waited_for_and_then_refused() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            try (Jedis occupant = new Jedis("127.0.0.1", server.port())) {
                occupant.configSet("maxclients", "1");
                assertRefused("redis://127.0.0.1:" + server.port(), "not ready");
            }
        }
    }

    @Test
    @Tag("T1")
    void a_cluster_that_leads_beyond_loopback_without_tls_is_refused_although_the_url_does_not() throws Exception {
        try (RedisProcess server = RedisProcess.start("cluster-enabled yes", "cluster-announce-ip 192.0.2.1")) {
            server.ask(jedis -> jedis.clusterAddSlots(IntStream.range(0, 16_384).toArray()));
            RedisSettings willing = RedisProcess.settings("redis://127.0.0.1:" + server.port());
            RedisSettings strict = new RedisSettings(willing.url(), false, willing.limits());
            assertRefused(() -> RedisStore.open(strict, Clock.systemUTC()), "OMNIBRIDGE_ALLOW_CLEARTEXT=true");
        }
    }

    private static void assertRefused(String url, String reason) {
        assertRefused(() -> open(url), reason);
    }

    private static void assertRefused(Executable start, String reason) {
        StoreCannotStart refusal = assertThrows(StoreCannotStart.class, start);
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith("OMNIBRIDGE_REDIS_URL: ") && message.contains(reason), message);
        assertFalse(message.contains("canary"));
        assertNull(refusal.getCause());
    }

    private static RedisStore open(String url) {
        return RedisStore.open(RedisProcess.settings(url), Clock.systemUTC());
    }
}
