package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.audit.AuditedAction;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("D2")
@Timeout(120)
class PostgresPoolIT {

    /** More than the pool has connections. */
    private static final int CALLERS = 20;

    @Test
    void callers_beyond_the_pool_get_unavailable_and_later_callers_are_served() throws Exception {
        TestDatabase database = PostgresServer.shared().newDatabase();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try (DurableStore postgres = database.openWithDefaultDeadline();
                Connection connection = DriverManager.getConnection(database.url(), "postgres", "none");
                Statement statement = connection.createStatement()) {
            TokenStore store = VaultPorts.over(postgres.users(), CHAIN).accounts();
            link(store, "first");
            connection.setAutoCommit(false);
            statement.execute("SELECT 1 FROM users WHERE user_id = 'alice' FOR UPDATE");

            List<Future<LinkResult>> waiting = IntStream.range(0, CALLERS)
                    .mapToObj(i -> threads.submit(() -> link(store, "a" + i)))
                    .toList();
            for (Future<LinkResult> one : waiting) {
                assertInstanceOf(
                        StoreUnavailable.class,
                        assertThrows(ExecutionException.class, one::get).getCause());
            }
            assertEquals(List.of(), store.list(BOB));

            connection.rollback();
            assertInstanceOf(LinkResult.Linked.class, link(store, "last"));
        } finally {
            threads.shutdownNow();
        }
    }

    private static LinkResult link(TokenStore store, String id) {
        return store.link(
                account(key(ALICE, GOOGLE, id)),
                QUOTA,
                Optional.empty(),
                action(AuditedAction.Kind.LINK, key(ALICE, GOOGLE, id)));
    }
}
