package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.canary.Canaries;
import io.omnibridge.bootstrap.canary.Evidence;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A start on a database that is another one, or cannot be reached, ends with status 2, one sentence, and no change. */
class PostgresRefusedStartIT {

    private static final int USAGE = 2;
    private static final String EVERYTHING = """
            SELECT (SELECT string_agg(vault::text, ',' ORDER BY name) FROM vault)
                || (SELECT string_agg(users::text, ',' ORDER BY user_id) FROM users)
                || (SELECT string_agg(accounts::text, ',' ORDER BY provider_account_id) FROM accounts)
            """;

    private final Canaries canaries = new Canaries();
    private final Evidence evidence = new Evidence();
    private final Nodes nodes = Nodes.onNewDatabase();
    private String before = "";

    @BeforeEach
    void link_something() throws SQLException {
        try (Vault vault = nodes.start()) {
            vault.send(Request.post("/accounts/link", vault.linkBody("github", "1", ""))
                    .as(vault.token("alice")));
        }
        before = nodes.database().ask(EVERYTHING);
        canaries.watch("database password", nodes.password());
    }

    @AfterEach
    void nothing_came_out_or_changed() throws SQLException {
        evidence.assertNoneOf(canaries);
        assertEquals(before, nodes.database().ask(EVERYTHING));
    }

    @Test
    @Tag("C6")
    @Tag("Z4")
    @Tag("S6")
    void other_keys_another_issuer_or_another_user_claim_are_refused() {
        assertRefused(
                Map.of("OMNIBRIDGE_KEYSET", Keyset.generate().toJson()),
                "OMNIBRIDGE_KEYSET lacks a key that sealed something in this database: start with a keyset that has it;"
                        + " nothing was overwritten");
        assertRefused(
                Map.of("OMNIBRIDGE_JWT_ISSUER", "https://other.example"),
                "OMNIBRIDGE_JWT_ISSUER is not the one that the users in this database came with, and the same user id"
                        + " would be another user: set it as it was, or use another database");
        assertRefused(
                Map.of("OMNIBRIDGE_JWT_USER_CLAIM", "email"),
                "OMNIBRIDGE_JWT_USER_CLAIM is not the one that the users in this database came with, and the same user"
                        + " id would be another user: set it as it was, or use another database");
    }

    @Test
    @Tag("S6")
    @Tag("T1")
    void a_database_that_does_not_let_us_in_or_is_not_there_is_named_by_its_setting() {
        assertRefused(
                Map.of("OMNIBRIDGE_POSTGRES_PASSWORD", canaries.plant("wrong password")),
                "OMNIBRIDGE_POSTGRES_USER or OMNIBRIDGE_POSTGRES_PASSWORD: the database refused them");
        assertRefused(
                Map.of("OMNIBRIDGE_POSTGRES_URL", nodes.database().url() + "_none"),
                "OMNIBRIDGE_POSTGRES_URL: the server has no such database: create it first");
        assertRefused(
                Map.of("OMNIBRIDGE_POSTGRES_URL", "jdbc:postgresql://192.0.2.1/vault"),
                "OMNIBRIDGE_POSTGRES_URL leads beyond loopback without TLS: add sslmode=verify-full to it (at least"
                        + " sslmode=require), or set OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts");
    }

    @Test
    @Tag("D2")
    void a_server_that_cannot_be_reached_is_waited_for_and_then_named() {
        String err = assertRefused(
                Map.of("OMNIBRIDGE_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/vault"),
                "OMNIBRIDGE_POSTGRES_URL: the server cannot be reached (SQLState 08001): check host, port and TLS, and"
                        + " that the server runs");

        assertTrue(err.contains("the database cannot be reached yet; waiting for it for up to 30 s"), err);
    }

    private String assertRefused(Map<String, String> different, String problem) {
        Map<String, String> settings = new HashMap<>(nodes.settings(Map.of(
                "OMNIBRIDGE_JWT_ISSUER",
                Vault.ISSUER,
                "OMNIBRIDGE_JWT_AUDIENCE",
                Vault.AUDIENCE,
                "OMNIBRIDGE_JWT_SECRET",
                canaries.plant("secret"),
                "OMNIBRIDGE_HTTP_PORT",
                "0")));
        settings.putAll(different);
        try (Run run = Omnibridge.run(Jdk.running(), settings, "serve")) {
            assertEquals(USAGE, run.exit(), run::err);
            evidence.add("standard error", run.err());
            assertEquals("", run.out());
            assertTrue(run.err().endsWith("The configuration cannot be used:\n  " + problem + "\n"), run::err);
            assertFalse(run.err().contains("\tat "), run::err);
            return run.err();
        }
    }
}
