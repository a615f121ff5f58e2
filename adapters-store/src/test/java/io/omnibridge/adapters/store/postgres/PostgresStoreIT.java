package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.DurableStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresStoreIT implements DurableStoreContract {

    private static TestDatabase database;
    private static DurableStore postgres;
    private static DurableStore anotherNode;

    @BeforeAll
    static void open() throws SQLException {
        database = PostgresServer.shared().newDatabase();
        postgres = database.open();
        anotherNode = database.open();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.empty();
    }

    @AfterAll
    static void close() {
        postgres.close();
        anotherNode.close();
    }

    @Override
    public DurableStore durable() {
        return postgres;
    }

    @Override
    public DurableStore another() {
        return anotherNode;
    }
}
