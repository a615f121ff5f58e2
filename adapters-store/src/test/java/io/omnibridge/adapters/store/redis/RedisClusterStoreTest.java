package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.omnibridge.adapters.store.durable.DurableStore;
import io.omnibridge.adapters.store.durable.FoundingContract;
import io.omnibridge.adapters.store.durable.KeyRotationContract;
import io.omnibridge.adapters.store.facts.VaultFactsContract;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AccountSweepContract;
import io.omnibridge.application.port.AuditHeadContract;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.AuditTrailContract;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.TokenStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisClusterStoreTest
        implements TokenStoreContract,
                AuditTrailContract,
                AuditHeadContract,
                AccountSweepContract,
                FoundingContract,
                KeyRotationContract,
                VaultFactsContract {

    private static RedisStore redis;
    private static RedisStore anotherNode;

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
    void a_cluster_that_answers_is_well() {
        assertDoesNotThrow(redis.health()::check);
    }
}
