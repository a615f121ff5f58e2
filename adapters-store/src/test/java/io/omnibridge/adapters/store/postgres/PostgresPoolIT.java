package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;

import io.omnibridge.adapters.store.fault.Callers;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("D2")
@Timeout(120)
class PostgresPoolIT {

    @Test
    void callers_beyond_the_pool_get_unavailable_and_later_callers_are_served() throws Exception {
        TestDatabase database = PostgresServer.shared().newDatabase();
        try (DurableStore postgres = database.openWithDefaultDeadline();
                Connection connection = DriverManager.getConnection(database.url(), "postgres", "none");
                Statement statement = connection.createStatement()) {
            Callers callers =
                    new Callers(VaultPorts.over(postgres.users(), CHAIN).accounts());
            callers.assertLinksSoon("first");
            connection.setAutoCommit(false);
            statement.execute("SELECT 1 FROM users WHERE user_id = 'alice' FOR UPDATE");

            callers.assertAllUnavailable();

            connection.rollback();
            callers.assertLinksSoon("last");
        }
    }
}
