package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.application.port.Samples.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.tls.Certificate;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.StoreLimits;
import io.omnibridge.adapters.support.testing.LogRecorder;
import io.omnibridge.application.port.StoreUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Each reason why PostgreSQL cannot be used has its own word, and the setting to look at. */
@Tag("P3")
@Isolated("it listens to a logger")
@Tag("OP2")
class PostgresFailureIT {

    private static final String CANARY = "canary-password";

    /** How long a start goes on if it is repeated. It is also how long the server may be silent. */
    private static final Duration REPEATED = Duration.ofSeconds(3);

    /** How long the server may be silent in a start that is refused at once. */
    private static final Duration ONCE = Duration.ofSeconds(30);

    /** What Flyway logs before the first of ten tries, with pauses of a second. */
    private static final String FIRST_TRY = "Creating Schema History table";

    private final Logger logger = (Logger) LoggerFactory.getLogger(PostgresFailure.class);
    private final LogRecorder log = new LogRecorder();
    private final Logger flyway = (Logger) LoggerFactory.getLogger("org.flywaydb");
    private final LogRecorder migration = new LogRecorder();
    private TestDatabase database;

    @BeforeEach
    void start() throws SQLException {
        database = PostgresServer.shared().newDatabase();
        logger.setLevel(Level.DEBUG);
        log.start();
        logger.addAppender(log);
        flyway.setLevel(Level.INFO);
        migration.start();
        flyway.addAppender(migration);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
        flyway.detachAppender(migration);
        flyway.setLevel(null);
        log.list.forEach(event -> assertFalse(event.getFormattedMessage().contains(CANARY), event::toString));
    }

    @Test
    void a_closed_port_and_an_unknown_host_are_named() {
        assertRefusedAgain("jdbc:postgresql://127.0.0.1:1/vault", "ConnectException: nothing listens");
        assertLogged("ConnectException: Connection refused");
        assertRefusedAgain("jdbc:postgresql://no-such-host.invalid/vault", "UnknownHostException: no name service");
    }

    @Test
    void a_wrong_password_and_a_wrong_database_are_named() throws Exception {
        PostgresServer.shared().demandPassword("locked2");
        role("locked2", "PASSWORD 'right'");
        assertRefused(database.url(), "locked2", "SQLState 28P01: the server refused OMNIBRIDGE_POSTGRES_USER");
        assertRefused(database.url() + "_none", "SQLState 3D000: the server has no such database");
        assertRefused(database.url(), "nobody2", "SQLState 28000: the server refused OMNIBRIDGE_POSTGRES_USER");
    }

    @Test
    void a_connection_limit_is_named() throws SQLException {
        role("limited", "CONNECTION LIMIT 1");
        try (Connection occupant = DriverManager.getConnection(database.url(), "limited", "none")) {
            assertFalse(occupant.isClosed());
            assertRefused(database.url(), "limited", REPEATED, "SQLState 53300: the server has no free connection");
        }
    }

    @Test
    void a_read_only_server_is_named_at_the_start() throws SQLException {
        database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");

        assertRefused(
                database.url(), "SQLState 25006: the server is read-only, as a replica is: OMNIBRIDGE_POSTGRES_URL");
        assertFalse(hasTriedToMigrate());
    }

    @Test
    void a_read_only_server_and_a_missing_table_are_named_while_the_node_runs() throws SQLException {
        try (DurableStore postgres = database.open()) {
            assertTrue(hasTriedToMigrate(), migration.list::toString);
            database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");
            database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                    + " AND datname = current_database()");
            assertUnavailable(() -> postgres.metadata().putIfAbsent("a", new byte[1]), "SQLState 25006: ");

            database.execute("BEGIN READ WRITE; DROP TABLE accounts CASCADE; COMMIT");
            assertUnavailable(() -> postgres.users().keys(ALICE), "SQLState 42P01: a table is missing");
        }
    }

    @Test
    void missing_rights_are_named() throws SQLException {
        role("stranger", "");
        assertRefused(database.url(), "stranger", "SQLState 42501: the role of OMNIBRIDGE_POSTGRES_USER lacks a right");
        assertFalse(hasTriedToMigrate());
    }

    @Test
    void what_is_wrong_with_tls_is_named() throws Exception {
        Certificate own = Certificate.OWN;
        Certificate other = Certificate.OTHER;
        assertRefusedAgain(database.url() + "?sslmode=require", "SQLState 08004: the server does not offer TLS");
        try (PostgresServer server = PostgresServer.encrypted(own.chainFile(), own.keyFile())) {
            String path = ":" + server.newDatabase().port() + "/postgres?sslmode=verify-full&sslrootcert=";
            assertRefusedAgain(
                    "jdbc:postgresql://localhost" + path + "/nowhere/ca.pem", "FileNotFoundException: a file for TLS");
            assertRefusedAgain(
                    "jdbc:postgresql://localhost" + path + other.chainFile(),
                    "the server's certificate was issued by a CA that is not trusted");
            assertRefusedAgain(
                    "jdbc:postgresql://127.0.0.1" + path + own.chainFile(),
                    "the server's certificate does not name the host in OMNIBRIDGE_POSTGRES_URL");
        }
        assertLogged("SSLHandshakeException: ");
    }

    private void role(String name, String options) throws SQLException {
        database.execute("DROP ROLE IF EXISTS " + name);
        database.execute("CREATE ROLE " + name + " LOGIN " + options);
    }

    private static void assertRefused(String url, String reason) {
        assertRefused(url, "postgres", reason);
    }

    private static void assertRefused(String url, String user, String reason) {
        assertRefused(url, user, ONCE, reason);
    }

    /** Asserts the reason of a start that is repeated until its time is over. */
    private static void assertRefusedAgain(String url, String reason) {
        assertRefused(url, "postgres", REPEATED, reason);
    }

    private static void assertRefused(String url, String user, Duration startTimeout, String reason) {
        StoreLimits limits = new StoreLimits(ONCE, 1, startTimeout);
        PostgresSettings settings = new PostgresSettings(url, user, new PostgresPassword(CANARY), limits);
        StoreCannotStart refusal =
                assertThrows(StoreCannotStart.class, () -> PostgresStore.open(settings, Clock.systemUTC()));
        assertInWords(refusal, reason);
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("OMNIBRIDGE_POSTGRES_URL: "), refusal::getMessage);
    }

    /** Calls until the connections that were terminated are gone from the pool. */
    private static void assertUnavailable(Runnable call, String reason) {
        StoreUnavailable failure = assertThrows(StoreUnavailable.class, call::run);
        while (String.valueOf(failure.getMessage()).contains("57P01")) {
            failure = assertThrows(StoreUnavailable.class, call::run);
        }
        assertInWords(failure, reason);
    }

    private static void assertInWords(Exception failure, String reason) {
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains(reason), message);
        assertFalse(message.contains("null"), message);
        assertFalse(message.contains(CANARY), message);
        assertEquals(1, message.lines().count());
        assertNull(failure.getCause());
    }

    private boolean hasTriedToMigrate() {
        return migration.list.stream()
                .anyMatch(event -> event.getFormattedMessage().contains(FIRST_TRY));
    }

    private void assertLogged(String cause) {
        assertTrue(
                log.list.stream().anyMatch(event -> event.getFormattedMessage().contains(cause)), log.list::toString);
    }
}
