package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.omnibridge.adapters.store.durable.DurableStore;
import io.omnibridge.adapters.store.durable.FoundingContract;
import io.omnibridge.adapters.store.durable.KeyRotationContract;
import io.omnibridge.adapters.store.durable.SealedRowsContract;
import io.omnibridge.adapters.store.facts.VaultFactsContract;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AccountSweepContract;
import io.omnibridge.application.port.AuditHeadContract;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.AuditTrailContract;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.TokenStoreContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

class RedisStoreTest
        implements TokenStoreContract,
                AuditTrailContract,
                AuditHeadContract,
                AccountSweepContract,
                FoundingContract,
                KeyRotationContract,
                SealedRowsContract,
                VaultFactsContract {

    private static RedisProcess server;
    private static RedisStore redis;
    private static RedisStore anotherNode;

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
    public TokenStore store() {
        return redis.tokenStore(CHAIN);
    }

    @Override
    public AuditTrail trail() {
        return redis.auditTrail(CHAIN);
    }

    @Override
    public DurableStore durable() {
        return redis;
    }

    @Override
    public AccountSweep sweep() {
        return redis.sweep();
    }

    @Override
    public AccountSweep sweepOfAnotherProcess() {
        return anotherNode.sweep();
    }

    @Test
    void a_server_that_answers_is_well() {
        assertDoesNotThrow(redis.health()::check);
    }
}
