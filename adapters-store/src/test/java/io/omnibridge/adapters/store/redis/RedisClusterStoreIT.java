package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.DurableStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("long")
class RedisClusterStoreIT implements DurableStoreContract {

    private static DurableStore redis;
    private static DurableStore anotherNode;

    @BeforeAll
    static void open() {
        redis = RedisClusterProcesses.shared().open();
        anotherNode = RedisClusterProcesses.shared().open();
    }

    @BeforeEach
    void empty() {
        RedisClusterProcesses.shared().empty();
    }

    @AfterAll
    static void close() {
        redis.close();
        anotherNode.close();
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
