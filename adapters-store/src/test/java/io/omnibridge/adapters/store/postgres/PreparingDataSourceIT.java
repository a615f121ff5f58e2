package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.audit.ActionKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(60)
class PreparingDataSourceIT {

    /** Counts the named statements of the connection. */
    private static final Query<Long> NAMED = new Query<>(
            "SELECT count(*) AS named FROM pg_prepared_statements", parameters -> {}, row -> row.number("named"));

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = PostgresServer.shared().newDatabase();
    }

    @Test
    void statements_are_named_when_the_greeting_names_the_server_process() throws SQLException {
        try (Connection connection = connectTo(database)) {
            // The query for the process id ran before the connection was known to be direct.
            assertEquals(List.of(1L), NAMED.over(connection));
        }
    }

    @Test
    void no_statement_is_named_behind_a_pooling_proxy() throws Exception {
        try (GreetingProxy proxy = new GreetingProxy(database.port());
                Connection connection = connectTo(database.at(proxy.port()))) {
            assertEquals(List.of(0L), NAMED.over(connection));
            assertEquals(List.of(0L), NAMED.over(connection));
        }
    }

    @Test
    void a_store_works_behind_a_pooling_proxy() throws Exception {
        try (GreetingProxy proxy = new GreetingProxy(database.port());
                DurableStore postgres = database.at(proxy.port()).open()) {
            TokenStore store = VaultPorts.over(postgres.users(), CHAIN).accounts();
            assertInstanceOf(
                    LinkResult.Linked.class,
                    store.link(
                            account(key(ALICE, GOOGLE, "1")),
                            QUOTA,
                            Optional.empty(),
                            action(ActionKind.LINK, key(ALICE, GOOGLE, "1"))));
            assertEquals(1, Listing.all(store, ALICE).size());
        }
    }

    private static Connection connectTo(TestDatabase database) throws SQLException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser("postgres");
        dataSource.setPrepareThreshold(0);
        return new PreparingDataSource(dataSource).getConnection();
    }
}
