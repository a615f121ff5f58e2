package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.vault.PortsUnderTest;
import io.omnibridge.adapters.store.vault.VaultPorts;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.Jedis;

/** Tests on one Redis server, which is empty before each test. */
abstract class OneRedis implements PortsUnderTest {

    static RedisProcess server;

    private DurableStore redis;
    private VaultPorts ports;

    @BeforeAll
    static void start() throws IOException {
        server = RedisProcess.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() {
        server.ask(Jedis::flushAll);
        redis = server.open();
        ports = VaultPorts.over(redis.users(), CHAIN);
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Override
    public VaultPorts ports() {
        return ports;
    }

    public UserStore users() {
        return redis.users();
    }
}
