package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
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
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresStoreTest
        implements TokenStoreContract,
                AuditTrailContract,
                AuditHeadContract,
                AccountSweepContract,
                FoundingContract,
                KeyRotationContract,
                SealedRowsContract,
                VaultFactsContract {

    private static TestDatabase database;
    private static PostgresStore postgres;
    private static PostgresStore anotherNode;

    @BeforeAll
    static void open() throws SQLException {
        database = PostgresServer.shared().newDatabase();
        postgres = database.open();
        anotherNode = database.open();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.execute("TRUNCATE users, accounts, audit_events, vault");
    }

    @AfterAll
    static void close() {
        postgres.close();
        anotherNode.close();
    }

    @Override
    public TokenStore store() {
        return postgres.tokenStore(CHAIN);
    }

    @Override
    public AuditTrail trail() {
        return postgres.auditTrail(CHAIN);
    }

    @Override
    public DurableStore durable() {
        return postgres;
    }

    @Override
    public AccountSweep sweep() {
        return postgres.sweep();
    }

    @Override
    public AccountSweep sweepOfAnotherProcess() {
        return anotherNode.sweep();
    }

    @Test
    void a_database_that_answers_is_well() {
        assertDoesNotThrow(postgres.health()::check);
    }
}
