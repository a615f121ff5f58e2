package io.omnibridge.adapters.store.redis.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.store.redis.RedisStore;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.tls.Certificate;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import redis.clients.jedis.Jedis;

/** Each reason why Redis cannot be used has its own word, and the setting to look at. */
@Tag("P3")
@Isolated("it changes which certificates the JVM trusts")
class RedisFailureIT {

    private static final String CANARY = "canary-password";

    @Test
    void a_closed_port_and_an_unknown_host_are_named() {
        assertRefused("redis://:" + CANARY + "@127.0.0.1:1", "ConnectException: nothing listens");
        assertRefused("redis://no-such-host.invalid", "UnknownHostException: no name service knows the host");
    }

    @Test
    void a_wrong_password_and_a_wrong_database_are_named() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            assertRefused("redis://127.0.0.1:" + server.port() + "/99", "ERR: the server refused the database");
            server.ask(jedis -> jedis.configSet("requirepass", "right"));
            assertRefused("redis://127.0.0.1:" + server.port(), "NOAUTH: the server demands a password");
            assertRefused(
                    "redis://:" + CANARY + "@127.0.0.1:" + server.port(),
                    "WRONGPASS: the server refused the user or password");
        }
    }

    @Test
    void a_full_memory_is_named() throws Exception {
        try (RedisProcess server = RedisProcess.start("maxmemory 1")) {
            assertRefused("redis://127.0.0.1:" + server.port(), "OOM: its memory is full: raise maxmemory");
        }
    }

    @Test
    void a_replica_and_a_connection_limit_are_named() throws Exception {
        try (RedisProcess primary = RedisProcess.start();
                RedisProcess replica = RedisProcess.start("replicaof 127.0.0.1 " + primary.port())) {
            assertRefused("redis://127.0.0.1:" + replica.port(), "READONLY: the server is a replica");
        }
        try (RedisProcess server = RedisProcess.start();
                Jedis occupant = new Jedis("127.0.0.1", server.port())) {
            occupant.configSet("maxclients", "1");
            assertRefused("redis://127.0.0.1:" + server.port(), "ERR: the server has no free connection");
        }
    }

    @Test
    void a_right_and_a_role_that_are_lost_while_the_node_runs_are_named() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            server.ask(jedis -> jedis.aclSetUser("vault", "on", ">secret", "~*", "+@all"));
            try (DurableStore redis = RedisStore.open(
                    RedisProcess.settings("redis://vault:secret@127.0.0.1:" + server.port()), Clock.systemUTC())) {
                server.ask(jedis -> jedis.aclSetUser("vault", "-time"));
                assertUnavailable(redis.time()::read, "NOPERM: the Redis user lacks a right");
                server.ask(jedis -> jedis.aclSetUser("vault", "+time"));
                server.ask(jedis -> jedis.replicaof("127.0.0.1", 1));
                assertUnavailable(
                        () -> redis.metadata().putIfAbsent("a", new byte[1]), "READONLY: the server is a replica");
            }
        }
    }

    @Test
    void what_is_wrong_with_tls_is_named() throws Exception {
        Certificate own = Certificate.OWN;
        SSLContext original = SSLContext.getDefault();
        int port = RedisProcess.freePort();
        try (RedisProcess server = RedisProcess.start(
                "tls-port " + port,
                "tls-cert-file " + own.chainFile(),
                "tls-key-file " + own.keyFile(),
                "tls-auth-clients no")) {
            assertRefused("rediss://localhost:" + port, "was issued by a CA that is not trusted");
            assertRefused("rediss://localhost:" + server.port(), "only one side uses TLS");
            assertRefused("redis://127.0.0.1:" + port, " TLS: check host, port, TLS");
            SSLContext.setDefault(own.trustedAlone());
            assertRefused("rediss://127.0.0.1:" + port, "the server's certificate does not name this host");
        } finally {
            SSLContext.setDefault(original);
        }
    }

    private static void assertRefused(String url, String reason) {
        StoreCannotStart refusal = assertThrows(
                StoreCannotStart.class, () -> RedisStore.open(RedisProcess.settings(url), Clock.systemUTC()));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith("OMNIBRIDGE_REDIS_URL: ") && message.contains(reason), message);
        assertFalse(message.contains(CANARY), message);
    }

    private static void assertUnavailable(Runnable call, String reason) {
        String message =
                String.valueOf(assertThrows(StoreUnavailable.class, call::run).getMessage());
        assertTrue(message.contains(reason), message);
    }
}
