package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.vault.PortsUnderTest;
import io.omnibridge.adapters.store.vault.VaultPorts;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests on one database, which is new for each test. */
abstract class OneDatabase implements PortsUnderTest {

    TestDatabase database;

    private DurableStore postgres;
    private VaultPorts ports;

    @BeforeEach
    void open() throws SQLException {
        database = PostgresServer.shared().newDatabase();
        postgres = database.open();
        ports = VaultPorts.over(postgres.users(), CHAIN);
    }

    @AfterEach
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
