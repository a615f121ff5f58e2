package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.scan.ScannedVault;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scans of a database with rows that OmniBridge did not write, and erasing whole users. */
class PostgresAccountScanIT extends OneDatabase {

    @Test
    @Tag("C5")
    void unreadable_rows_are_counted_and_stop_no_scan() throws SQLException {
        List.of("a", "b", "c", "d", "e").forEach(id -> link(account(key(ALICE, GOOGLE, id))));
        link(account(key(BOB, GOOGLE, "z")));
        database.execute("UPDATE accounts SET link_id = 'canary' WHERE provider_account_id = 'a'");
        database.execute("UPDATE accounts SET user_id = E' \\n' WHERE provider_account_id = 'b'");
        database.execute("UPDATE accounts SET provider = 'GOOGLE' WHERE provider_account_id = 'c'");
        database.execute("UPDATE accounts SET provider_account_id = '' WHERE provider_account_id = 'd'");
        database.execute("UPDATE users SET user_id = '' WHERE user_id = 'bob'");

        for (int limit : List.of(1, 2, 100)) {
            ScannedVault<Account> scanned = ScannedVault.of(ports().scan()::accounts, limit);
            assertEquals(
                    Set.of("e", "z"),
                    scanned.names(account -> account.key().providerAccountId().value()));
            assertEquals(4, scanned.unreadable());
        }
    }

    @Test
    void users_that_can_be_none_are_counted_and_passed_over() throws SQLException {
        link(account(key(ALICE, GOOGLE, "work")));
        link(account(key(BOB, GOOGLE, "work")));
        database.execute("UPDATE users SET user_id = E'\\t' WHERE user_id = 'alice'");

        for (int limit : List.of(1, 100)) {
            ScannedVault<UserId> scanned = ScannedVault.of(ports().scan()::users, limit);
            assertEquals(Set.of("bob"), scanned.names(UserId::value));
            assertEquals(1, scanned.unreadable());
        }
    }

    @Test
    void an_audit_log_after_an_erasure_verifies() {
        link(account(key(ALICE, GOOGLE, "work")));
        link(account(key(BOB, GOOGLE, "work")));
        StoredChainHead bobs = users().head(BOB);

        ports().scan().erase(ALICE);
        link(account(key(ALICE, GOOGLE, "home")));

        assertEquals(1, users().head(ALICE).count());
        VerificationResult result = CHAIN.verify(users().after(ALICE, 0, 10), StoredChainHead.NONE);
        assertInstanceOf(VerificationResult.Intact.class, result);
        assertEquals(bobs, users().head(BOB));
    }

    @Test
    void rows_without_a_user_row_are_erased_too() throws SQLException {
        link(account(key(ALICE, GOOGLE, "work")));
        link(account(key(BOB, GOOGLE, "work")));
        database.execute("DELETE FROM users");

        assertEquals(new ErasedUser(1, 1), ports().scan().erase(ALICE));
        assertEquals("1 1", rows());
    }

    @Test
    @Tag("D4")
    void an_erasure_waits_for_a_write_in_progress_and_erases_its_rows() throws Exception {
        link(account(key(ALICE, GOOGLE, "work")));
        try (Connection other = DriverManager.getConnection(database.url(), "postgres", "none");
                Statement write = other.createStatement()) {
            other.setAutoCommit(false);
            write.execute("UPDATE users SET account_count = 2, chain_head_position = 2, chain_head_mac = '\\x01'");
            write.execute(
                    "INSERT INTO accounts SELECT user_id, provider, 'home', link_id, generation, scopes, linked_by,"
                            + " refreshable, expires_at, linked_at, updated_at, sealed, refresh_state, used_at FROM accounts");
            CompletableFuture<ErasedUser> erased =
                    CompletableFuture.supplyAsync(() -> ports().scan().erase(ALICE));
            while (!database.ask("SELECT count(*) FROM pg_locks WHERE NOT granted")
                    .equals("1")) {
                Thread.onSpinWait();
            }
            other.commit();

            assertEquals(new ErasedUser(2, 1), erased.get());
        }
        assertEquals("0 0", rows());
        assertEquals("0", database.ask("SELECT count(*) FROM users"));
    }

    private String rows() throws SQLException {
        return database.ask("SELECT concat((SELECT count(*) FROM accounts), ' ', (SELECT count(*) FROM audit_events))");
    }
}
