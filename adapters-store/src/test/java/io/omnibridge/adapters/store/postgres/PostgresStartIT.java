package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.fault.FaultProxy;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.StoreLimits;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.Listing;
import io.omnibridge.domain.InvalidValue;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PostgresStartIT {

    private static final int NODES = 4;
    private static final String CANARY = "canary-password";

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = PostgresServer.shared().newDatabase();
    }

    @Test
    void several_nodes_that_start_at_once_create_one_schema() throws Exception {
        CyclicBarrier start = new CyclicBarrier(NODES);
        ExecutorService threads = Executors.newFixedThreadPool(NODES);
        try {
            List<Future<DurableStore>> nodes = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                nodes.add(threads.submit(() -> {
                    start.await();
                    return database.open();
                }));
            }
            for (Future<DurableStore> node : nodes) {
                try (DurableStore postgres = node.get()) {
                    assertEquals(
                            List.of(),
                            Listing.all(VaultPorts.over(postgres.users(), CHAIN).accounts(), ALICE));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals("1", database.ask("SELECT count(*) FROM schema_history WHERE version = '1'"));
    }

    @Test
    void a_database_that_a_newer_version_migrated_is_rejected() throws SQLException {
        database.open().close();
        database.execute("""
                INSERT INTO schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                                            execution_time, success)
                SELECT max(installed_rank) + 1, '1000', 'of the future', 'SQL', 'V1000__of_the_future.sql', 1, 'postgres', 1, true
                  FROM schema_history
                """);

        assertRejected(database.settings(), "a newer version of OmniBridge");
    }

    @Test
    void an_existing_vault_is_opened_with_read_permission_alone() throws SQLException {
        database.open().close();
        database.execute("DROP ROLE IF EXISTS reader");
        database.execute("CREATE ROLE reader LOGIN");
        database.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");

        try (DurableStore postgres = openExisting("reader")) {
            assertEquals(Set.of(), postgres.metadata().names());
            assertEquals(StoredChainHead.NONE, postgres.users().head(ALICE));
        }
        database.execute("DROP OWNED BY reader");
    }

    @Test
    void a_database_without_a_vault_of_this_version_is_not_an_existing_vault() throws SQLException {
        assertNotExisting("omnibridge serve makes one");
        assertEquals("0", database.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));

        database.open().close();
        database.execute("""
                UPDATE schema_history SET version = '1000', script = 'V1000__of_the_future.sql'
                 WHERE installed_rank = (SELECT max(installed_rank) FROM schema_history)
                """);
        assertNotExisting("a newer version of OmniBridge");
        database.execute("DELETE FROM schema_history WHERE version = '1000'");
        assertNotExisting("brings an older one up to date");
    }

    private void assertNotExisting(String part) {
        StoreCannotStart rejection = assertThrows(StoreCannotStart.class, () -> openExisting("postgres"));
        assertTrue(String.valueOf(rejection.getMessage()).contains(part), rejection::getMessage);
        assertNull(rejection.getCause());
    }

    private DurableStore openExisting(String user) {
        return PostgresStore.openExisting(settings(database.url(), user), Clock.systemUTC());
    }

    @Test
    void a_schema_of_another_application_is_rejected_and_left_unchanged() throws SQLException {
        database.execute("CREATE TABLE accounts (of_another_application text)");

        assertRejected(database.settings(), "OMNIBRIDGE_POSTGRES_URL");
        assertEquals("0", database.ask("SELECT count(*) FROM accounts"));
    }

    @Test
    @Tag("C24")
    void a_schema_that_does_not_exist_is_rejected_by_name_and_no_table_is_created() throws SQLException {
        for (String schema : List.of("vualt", "vualt,public", "public,vualt")) {
            assertRejected(
                    settings(database.url() + "?currentSchema=" + schema, "postgres"), "there is no schema vualt");
        }
        database.execute("ALTER ROLE postgres IN DATABASE " + database.name() + " SET search_path = nowhere");
        assertRejected(database.settings(), "none of the schemas in the search_path");
        assertEquals(
                "0",
                database.ask(
                        "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"));
    }

    @Test
    @Tag("C24")
    void tables_are_created_in_a_schema_that_exists() throws SQLException {
        database.execute("CREATE SCHEMA \"my vault\"");
        for (String named : List.of("%22my%20vault%22", "%22$user%22,%22my%20vault%22")) {
            try (DurableStore postgres = PostgresStore.open(
                    settings(database.url() + "?currentSchema=" + named, "postgres"), Clock.systemUTC())) {
                assertTrue(postgres.address().endsWith(database.name() + ", schema my vault"), postgres.address());
            }
        }
        assertEquals("my vault", database.ask("SELECT schemaname FROM pg_tables WHERE tablename = 'accounts'"));
    }

    @Test
    void a_wrong_password_is_rejected_at_once() throws Exception {
        PostgresServer.shared().demandPassword("locked");
        database.execute("DROP ROLE IF EXISTS locked");
        database.execute("CREATE ROLE locked LOGIN PASSWORD 'right'");

        assertRejected(settings(database.url(), "locked"), "OMNIBRIDGE_POSTGRES_PASSWORD");
    }

    @Test
    void a_database_that_does_not_exist_is_rejected_at_once() {
        TestDatabase none = new TestDatabase(database.port(), "none");

        assertRejected(settings(none.url(), "postgres"), "create it");
    }

    @Test
    void a_start_fails_when_the_server_cannot_be_reached() {
        for (String url :
                List.of("jdbc:postgresql://127.0.0.1:1/vault", "jdbc:postgresql://no-such-host.invalid/vault")) {
            assertRejected(settings(url, "postgres", Duration.ofSeconds(1)), "cannot be reached");
        }
    }

    @Test
    @Tag("D2")
    void a_start_waits_until_the_server_can_be_reached() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (FaultProxy proxy = new FaultProxy(database.port(), new byte[0])) {
            proxy.inject(FaultProxy.Fault.RESET);
            Future<DurableStore> starting =
                    thread.submit(() -> database.at(proxy.port()).open());
            Thread.sleep(700);
            assertFalse(starting.isDone());

            proxy.inject(FaultProxy.Fault.NONE);

            try (DurableStore postgres = starting.get()) {
                assertDoesNotThrow(postgres.connection()::check);
            }
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    @Tag("S6")
    void invalid_settings_are_rejected_by_name_and_print_no_password() {
        assertFalse(settings(database.url(), "postgres").toString().contains(CANARY));
        for (String url : List.of("postgres://host/vault", "jdbc:postgresql://host/vault?user=a&Password=" + CANARY)) {
            InvalidValue rejection = assertThrows(InvalidValue.class, () -> settings(url, "postgres"));
            assertTrue(rejection.getMessage().startsWith("url must"));
            assertFalse(rejection.getMessage().contains(CANARY));
        }
    }

    private static PostgresSettings settings(String url, String user) {
        return settings(url, user, Duration.ofSeconds(30));
    }

    /** @param startTimeout how long the start may take, and how long the server may be silent in it */
    private static PostgresSettings settings(String url, String user, Duration startTimeout) {
        StoreLimits limits = new StoreLimits(Duration.ofSeconds(30), 1, startTimeout);
        return new PostgresSettings(url, user, new PostgresPassword(CANARY), limits);
    }

    private static void assertRejected(PostgresSettings settings, String reason) {
        StoreCannotStart rejection =
                assertThrows(StoreCannotStart.class, () -> PostgresStore.open(settings, Clock.systemUTC()));
        String message = String.valueOf(rejection.getMessage());
        assertTrue(message.contains(reason), message);
        assertFalse(message.contains(CANARY));
        assertNull(rejection.getCause());
    }
}
