package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.omnibridge.adapters.store.durable.DurableStore;
import io.omnibridge.adapters.store.durable.FoundingContract;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.AuditTrailContract;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.TokenStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresStoreTest implements TokenStoreContract, AuditTrailContract, FoundingContract {

    private static TestDatabase database;
    private static PostgresStore postgres;

    @BeforeAll
    static void open() throws SQLException {
        database = PostgresServer.shared().newDatabase();
        postgres = database.open();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.execute("TRUNCATE users, accounts, audit_events, vault");
    }

    @AfterAll
    static void close() {
        postgres.close();
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

    @Test
    void a_database_that_answers_is_well() {
        assertDoesNotThrow(postgres.health()::check);
    }
}
