package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.DurableStoreContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.Jedis;

class RedisStoreIT implements DurableStoreContract {

    private static RedisProcess server;
    private static DurableStore redis;
    private static DurableStore anotherNode;

    @BeforeAll
    static void open() throws IOException {
        server = RedisProcess.start();
        redis = server.open();
        anotherNode = server.open();
    }

    @BeforeEach
    void empty() {
        server.ask(Jedis::flushAll);
    }

    @AfterAll
    static void close() throws IOException {
        redis.close();
        anotherNode.close();
        server.close();
    }

    @Override
    public DurableStore durable() {
        return redis;
    }

    @Override
    public DurableStore another() {
        return anotherNode;
    }
}
