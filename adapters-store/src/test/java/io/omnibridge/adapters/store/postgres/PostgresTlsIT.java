package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static io.omnibridge.adapters.store.tls.Certificate.OTHER;
import static io.omnibridge.adapters.store.tls.Certificate.OWN;
import static io.omnibridge.application.port.Samples.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.StoreLimits;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.Listing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("T1")
class PostgresTlsIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static PostgresServer server;
    private static TestDatabase database;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.encrypted(OWN.chainFile(), OWN.keyFile());
        database = server.newDatabase();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_trusted_certificate_with_the_host_name_is_accepted_and_all_traffic_encrypted() throws Exception {
        try (DurableStore postgres = open(database, "localhost", verifyFull(OWN.chainFile()), LONG)) {
            assertEquals(
                    List.of(),
                    Listing.all(VaultPorts.over(postgres.users(), CHAIN).accounts(), ALICE));
            assertEquals(
                    "true",
                    database.ask(
                            "SELECT bool_and(ssl)::text FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                                    + " WHERE datname = current_database() AND state <> 'starting' AND pid <> pg_backend_pid()"));
        }
    }

    @Test
    void a_certificate_of_another_issuer_is_rejected() {
        assertRejected("localhost", verifyFull(OTHER.chainFile()));
    }

    @Test
    void a_certificate_with_another_host_name_is_rejected() {
        assertRejected("127.0.0.1", verifyFull(OWN.chainFile()));
    }

    @Test
    void a_server_without_tls_is_rejected_when_the_url_demands_tls() throws Exception {
        TestDatabase withoutTls = PostgresServer.shared().newDatabase();

        assertRejected(withoutTls, "localhost", "sslmode=require");
    }

    private static String verifyFull(Path root) {
        return "sslmode=verify-full&sslrootcert=" + root;
    }

    /** @param timeout how long a call may take, and the start */
    private static DurableStore open(TestDatabase database, String host, String parameters, Duration timeout) {
        String url = "jdbc:postgresql://" + host + ":" + database.port() + "/" + database.name() + "?" + parameters;
        StoreLimits limits = new StoreLimits(timeout, 2, timeout);
        return PostgresStore.open(
                new PostgresSettings(url, "postgres", new PostgresPassword("none"), limits), Clock.systemUTC());
    }

    private static void assertRejected(String host, String parameters) {
        assertRejected(database, host, parameters);
    }

    private static void assertRejected(TestDatabase database, String host, String parameters) {
        StoreCannotStart rejection = assertThrows(
                StoreCannotStart.class,
                () -> open(database, host, parameters, SHORT).close());
        String message = String.valueOf(rejection.getMessage());
        assertTrue(message.startsWith("OMNIBRIDGE_POSTGRES_URL: "), message);
        assertEquals(1, message.lines().count());
    }
}
