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

import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.audit.AuditedAction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(60)
class PreparingConnectionsIT {

    private static final Query<Long> NAMED = new Query<>(
            "SELECT count(*) AS named FROM pg_prepared_statements", parameters -> {}, row -> row.number("named"));

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = PostgresServer.shared().newDatabase();
    }

    @Test
    void a_statement_has_a_name_where_the_process_that_answers_is_the_one_that_greeted() throws SQLException {
        try (Connection connection = connectTo(database)) {
            // The question who answers was asked before it was certain.
            assertEquals(List.of(1L), NAMED.over(connection));
        }
    }

    @Test
    void no_statement_has_a_name_behind_a_pooling_proxy() throws Exception {
        try (GreetingProxy proxy = new GreetingProxy(database.port());
                Connection connection = connectTo(database.at(proxy.port()))) {
            assertEquals(List.of(0L), NAMED.over(connection));
            assertEquals(List.of(0L), NAMED.over(connection));
        }
    }

    @Test
    void a_store_behind_a_pooling_proxy_answers_all_the_same() throws Exception {
        try (GreetingProxy proxy = new GreetingProxy(database.port());
                PostgresStore postgres = database.at(proxy.port()).open()) {
            TokenStore store = postgres.tokenStore(CHAIN);
            assertInstanceOf(
                    LinkResult.Linked.class,
                    store.link(
                            account(key(ALICE, GOOGLE, "1")),
                            QUOTA,
                            Optional.empty(),
                            action(AuditedAction.Kind.LINK, key(ALICE, GOOGLE, "1"))));
            assertEquals(1, store.list(ALICE).size());
        }
    }

    private static Connection connectTo(TestDatabase database) throws SQLException {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(database.url());
        connections.setUser("postgres");
        connections.setPrepareThreshold(0);
        return new PreparingConnections(connections).getConnection();
    }
}
