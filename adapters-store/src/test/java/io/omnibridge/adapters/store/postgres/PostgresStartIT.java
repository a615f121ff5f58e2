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
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.StoreLimits;
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
    void many_nodes_that_start_at_once_make_one_schema() throws Exception {
        CyclicBarrier start = new CyclicBarrier(NODES);
        ExecutorService threads = Executors.newFixedThreadPool(NODES);
        try {
            List<Future<PostgresStore>> nodes = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                nodes.add(threads.submit(() -> {
                    start.await();
                    return database.open();
                }));
            }
            for (Future<PostgresStore> node : nodes) {
                try (PostgresStore postgres = node.get()) {
                    assertEquals(List.of(), postgres.tokenStore(CHAIN).list(ALICE));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals("1", database.ask("SELECT count(*) FROM schema_history WHERE version = '1'"));
    }

    @Test
    void a_database_that_a_newer_version_migrated_is_refused() throws SQLException {
        database.open().close();
        database.execute("""
                INSERT INTO schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                                            execution_time, success)
                VALUES (3, '3', 'of the future', 'SQL', 'V3__of_the_future.sql', 1, 'postgres', 1, true)
                """);

        assertRefused(database.settings(), "a newer version of OmniBridge");
    }

    @Test
    void an_existing_vault_is_opened_by_a_user_who_may_only_read() throws SQLException {
        database.open().close();
        database.execute("DROP ROLE IF EXISTS reader");
        database.execute("CREATE ROLE reader LOGIN");
        database.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");

        try (PostgresStore postgres = openExisting("reader")) {
            assertEquals(Set.of(), postgres.metadata().names());
            assertEquals(StoredChainHead.NONE, postgres.records().head(ALICE));
        }
        database.execute("DROP OWNED BY reader");
    }

    @Test
    void a_database_without_a_vault_of_this_version_is_not_opened_as_an_existing_one() throws SQLException {
        assertNotExisting("omnibridge serve makes one");
        assertEquals("0", database.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));

        database.open().close();
        database.execute(
                "UPDATE schema_history SET version = '3', script = 'V3__of_the_future.sql' WHERE version = '2'");
        assertNotExisting("a newer version of OmniBridge");
        database.execute("DELETE FROM schema_history WHERE version = '3'");
        assertNotExisting("brings an older one up to date");
    }

    private void assertNotExisting(String part) {
        StoreCannotStart refusal = assertThrows(StoreCannotStart.class, () -> openExisting("postgres"));
        assertTrue(String.valueOf(refusal.getMessage()).contains(part), refusal::getMessage);
        assertNull(refusal.getCause());
    }

    private PostgresStore openExisting(String user) {
        return PostgresStore.openExisting(settings(database.url(), user), Clock.systemUTC());
    }

    @Test
    void a_schema_that_is_not_ours_is_refused_and_left_alone() throws SQLException {
        database.execute("CREATE TABLE accounts (of_somebody_else text)");

        assertRefused(database.settings(), "OMNIBRIDGE_POSTGRES_URL");
        assertEquals("0", database.ask("SELECT count(*) FROM accounts"));
    }

    @Test
    void a_wrong_password_is_refused_at_once() throws Exception {
        PostgresServer.shared().demandPassword("locked");
        database.execute("DROP ROLE IF EXISTS locked");
        database.execute("CREATE ROLE locked LOGIN PASSWORD 'right'");

        assertRefused(settings(database.url(), "locked"), "OMNIBRIDGE_POSTGRES_PASSWORD");
    }

    @Test
    void a_database_that_does_not_exist_is_refused_at_once() {
        TestDatabase none = new TestDatabase(database.port(), "none");

        assertRefused(settings(none.url(), "postgres"), "create it");
    }

    @Test
    void a_server_that_cannot_be_reached_is_waited_for_and_then_refused() {
        for (String url :
                List.of("jdbc:postgresql://127.0.0.1:1/vault", "jdbc:postgresql://no-such-host.invalid/vault")) {
            assertRefused(settings(url, "postgres"), "cannot be reached");
        }
    }

    @Test
    @Tag("D2")
    void a_server_that_comes_late_is_waited_for() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (FaultProxy proxy = new FaultProxy(database.port(), new byte[0])) {
            proxy.inject(FaultProxy.Fault.RESET);
            Future<PostgresStore> node =
                    thread.submit(() -> database.at(proxy.port()).open());
            Thread.sleep(700);
            assertFalse(node.isDone());

            proxy.inject(FaultProxy.Fault.NONE);

            try (PostgresStore postgres = node.get()) {
                assertDoesNotThrow(postgres.health()::check);
            }
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    @Tag("S6")
    void settings_that_cannot_be_right_are_refused_by_name_and_print_no_password() {
        assertFalse(settings(database.url(), "postgres").toString().contains(CANARY));
        for (String url : List.of("postgres://host/vault", "jdbc:postgresql://host/vault?user=a&Password=" + CANARY)) {
            InvalidValue refusal = assertThrows(InvalidValue.class, () -> settings(url, "postgres"));
            assertTrue(refusal.getMessage().startsWith("url must"));
            assertFalse(refusal.getMessage().contains(CANARY));
        }
    }

    private static PostgresSettings settings(String url, String user) {
        StoreLimits impatient = new StoreLimits(Duration.ofSeconds(1), 1, Duration.ofSeconds(1));
        return new PostgresSettings(url, user, new PostgresPassword(CANARY), impatient);
    }

    private static void assertRefused(PostgresSettings settings, String reason) {
        StoreCannotStart refusal =
                assertThrows(StoreCannotStart.class, () -> PostgresStore.open(settings, Clock.systemUTC()));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(reason), message);
        assertFalse(message.contains(CANARY));
        assertNull(refusal.getCause());
    }
}
