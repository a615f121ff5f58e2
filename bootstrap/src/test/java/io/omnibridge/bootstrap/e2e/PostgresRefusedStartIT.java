package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PostgresRefusedStartIT extends RefusedStoreContract {

    private static final String URL = "OMNIBRIDGE_POSTGRES_URL";

    PostgresRefusedStartIT() {
        super(PostgresNodes.onNewDatabase());
    }

    @Test
    @Tag("S6")
    @Tag("T1")
    void a_database_that_cannot_be_used_is_reported_by_its_setting() {
        assertRefused(
                Map.of("OMNIBRIDGE_POSTGRES_PASSWORD", canary("wrong password")),
                "OMNIBRIDGE_POSTGRES_URL: SQLState 28P01: the server refused OMNIBRIDGE_POSTGRES_USER or"
                        + " OMNIBRIDGE_POSTGRES_PASSWORD");
        assertRefused(
                Map.of(URL, nodes().storeSettings().get(URL) + "_none"),
                "OMNIBRIDGE_POSTGRES_URL: SQLState 3D000: the server has no such database: create it first, or correct"
                        + " OMNIBRIDGE_POSTGRES_URL");
        assertRefused(
                Map.of(URL, "jdbc:postgresql://192.0.2.1/vault"),
                "OMNIBRIDGE_POSTGRES_URL leads beyond loopback without TLS: add sslmode=verify-full to it (at least"
                        + " sslmode=require), or set OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts");
    }

    @Test
    @Tag("D2")
    void a_start_waits_for_an_unreachable_server_and_then_reports_it() {
        String err = assertRefused(
                Map.of(URL, "jdbc:postgresql://127.0.0.1:1/vault", "OMNIBRIDGE_STORE_START_TIMEOUT", "1s"),
                "OMNIBRIDGE_POSTGRES_URL: the database cannot be reached: ConnectException: nothing listens at this"
                        + " host and port (look at host, port, sslmode and sslrootcert in OMNIBRIDGE_POSTGRES_URL)");

        assertTrue(err.contains("the database cannot be reached yet; waiting for it for up to 1 s"), err);
    }
}
