package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.vault.PortsUnderTest;
import io.omnibridge.adapters.store.vault.VaultPorts;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Tests on one database, which is empty at the beginning of each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneDatabase implements PortsUnderTest {

    TestDatabase database;

    private DurableStore postgres;
    private VaultPorts ports;

    @BeforeAll
    void open() throws SQLException {
        database = PostgresServer.shared().newDatabase();
        postgres = database.open();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.empty();
        ports = VaultPorts.over(postgres.users(), CHAIN);
    }

    @AfterAll
    void close() {
        postgres.close();
    }

    @Override
    public VaultPorts ports() {
        return ports;
    }

    public UserStore users() {
        return postgres.users();
    }
}
