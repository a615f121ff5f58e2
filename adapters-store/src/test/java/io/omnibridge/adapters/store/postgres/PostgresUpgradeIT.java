package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.FormatSamples;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.SealedToken;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database of an earlier version of the schema is served as it was, with everything in it. */
@Tag("C5")
class PostgresUpgradeIT {

    private static final long AT = NOW.toEpochMilli();
    private static final long LATE = LATER.toEpochMilli();

    private final TestDatabase database = newDatabase();

    @Test
    void accounts_of_version_1_are_ready_and_count_as_used_when_they_were_updated() throws Exception {
        migrateTo("1");
        write("alice");

        try (DurableStore postgres = database.open()) {
            assertServed(VaultPorts.over(postgres.users(), CHAIN).accounts(), key(ALICE, GOOGLE, "work"));
        }
    }

    @Test
    void everything_of_version_2_is_there_but_for_attempts() throws Exception {
        migrateTo("2");
        write("alice");
        database.execute("UPDATE users SET moves = 5");
        database.execute("INSERT INTO vault (name, value) VALUES ('users', '\\x0102')");
        database.execute("""
            INSERT INTO audit_events (user_id, position, kind, outcome, occurred_at, client_id, provider,
                                      provider_account_id, request_id, mac)
            VALUES ('alice', 1, 'LINK', 'LINKED', '2026-01-02T03:04:05.678Z', 'notes-app', 'google', 'work', 'request-1',
                    '\\x00')
            """);
        database.execute("""
            INSERT INTO connect_attempts (user_id, attempt_id, revision, pending, oauth_state, begun_at, expires_at, attempt)
            VALUES ('alice', repeat('a', 32), 1, true, 'hash', '2026-01-02T03:04:05.678Z', '2026-01-02T03:05:05.678Z', '1')
            """);
        database.execute("""
            INSERT INTO obligations (user_id, obligation_id, provider, provider_account_id, link_id, generation, scope, since,
                                     due_at, failures, sealed)
            VALUES ('alice', repeat('b', 32), 'google', 'gone', repeat('1', 32), 2, 'GRANT', '2026-01-02T03:04:05.678Z',
                    '2026-01-02T03:05:05.678Z', 3, '\\x07')
            """);

        try (DurableStore postgres = database.open()) {
            PendingRevocation revocation = new PendingRevocation(
                    new PendingRevocationId("b".repeat(32)),
                    key(ALICE, GOOGLE, "gone"),
                    new AccountVersion(new LinkId("1".repeat(32)), 2),
                    RevocationScope.GRANT,
                    new SealedToken(new byte[] {7}),
                    NOW,
                    LATER,
                    3);
            assertEquals(List.of(revocation), postgres.users().pendingRevocations(ALICE));
            assertEquals(
                    new StoredChainHead(1, new EventMac(new byte[1])),
                    postgres.users().head(ALICE));
            assertEquals(1, postgres.users().after(ALICE, 0, 10).size());
            assertArrayEquals(
                    new byte[] {1, 2}, postgres.metadata().find("users").orElseThrow());
            assertEquals("5", database.ask("SELECT unrecorded_changes FROM users"));
            assertEquals("0", database.ask("SELECT count(*) FROM connect_attempts"));
            assertServed(VaultPorts.over(postgres.users(), CHAIN).accounts(), key(ALICE, GOOGLE, "work"));
        }
    }

    @Test
    void every_refresh_state_of_version_2_is_kept() throws Exception {
        Unknown unknown = new Unknown(NOW, LATER, NOW, 2);
        Map<String, RefreshState> states = new LinkedHashMap<>();
        states.put("I 0 0", RefreshState.READY);
        states.put("I " + LATE + " 3", new Idle(LATER, 3));
        states.put("C " + AT + " " + LATE + " 1", new Calling(Optional.empty(), NOW, LATER, 1));
        states.put("U " + AT + " " + LATE + " " + AT + " 2", unknown);
        states.put(
                "C " + AT + " " + LATE + " 1 U " + AT + " " + LATE + " " + AT + " 2",
                new Calling(Optional.of(unknown), NOW, LATER, 1));
        for (RefreshEndReason reason : RefreshEndReason.values()) {
            states.put("E " + reason + " " + AT, new Ended(reason, NOW));
        }
        migrateTo("2");
        write("bob");
        int number = 0;
        for (String text : states.keySet()) {
            database.execute("""
                INSERT INTO accounts SELECT user_id, provider, 'n%d', link_id, generation, scopes, linked_by, refreshable,
                                            expires_at, linked_at, updated_at, sealed, '%s', used_at
                                       FROM accounts WHERE provider_account_id = 'work'
                """.formatted(number++, text));
        }

        try (DurableStore postgres = database.open()) {
            number = 0;
            for (RefreshState state : states.values()) {
                AccountKey key = key(BOB, GOOGLE, "n" + number++);
                AccountMetadata account = postgres.users().findMetadata(key).orElseThrow();
                assertEquals(state, account.refresh());
                assertTrue(VaultPorts.over(postgres.users(), CHAIN)
                        .accounts()
                        .updateRefreshState(key, account.version(), state, new Idle(NOW, 7)));
            }
        }
    }

    @Test
    @Tag("S21")
    void audit_logs_of_version_3_still_verify() throws Exception {
        migrateTo("3");
        List<ChainedEvent> former = FormatSamples.eventsOfFormat1();
        for (ChainedEvent event : former) {
            insert(event);
        }
        ChainedEvent last = former.get(former.size() - 1);
        database.execute("""
            INSERT INTO users (user_id, account_count, chain_head_position, chain_head_mac)
            VALUES ('alice', 0, %d, '\\x%s')
            """.formatted(last.position(), last.mac()));

        try (DurableStore postgres = database.open()) {
            assertEquals(former, postgres.users().after(ALICE, 0, 100));
            assertEquals(
                    new VerificationResult.Intact(new StoredChainHead(last.position(), last.mac())),
                    new ChainInspection(postgres.users(), CHAIN).of(ALICE, StoredChainHead.NONE));
        }
    }

    private void insert(ChainedEvent chained) throws SQLException {
        AuditedAction action = chained.event().action();
        database.execute("""
            INSERT INTO audit_events (user_id, position, kind, outcome, occurred_at, client_id, provider,
                                      provider_account_id, request_id, mac)
            VALUES ('alice', %d, '%s', '%s', '%s', 'notes-app', %s, %s, '%s', '\\x%s')
            """.formatted(
                chained.position(),
                action.kind(),
                chained.event().outcome(),
                action.at(),
                quoted(action.account().map(key -> key.provider().value())),
                quoted(action.account().map(key -> key.providerAccountId().value())),
                action.requestId().value(),
                chained.mac()));
    }

    private static String quoted(Optional<String> text) {
        return text.map(it -> "'" + it + "'").orElse("NULL");
    }

    private static void assertServed(TokenStore store, AccountKey key) {
        AccountMetadata account = store.findMetadata(key).orElseThrow();
        RefreshState claimed = new Calling(Optional.empty(), NOW, LATER, 0);
        assertEquals(RefreshState.READY, account.refresh());
        assertEquals(LATER, account.usedAt());

        store.recordView(key, account.version(), LATER.plusMillis(1));
        assertTrue(store.updateRefreshState(key, account.version(), RefreshState.READY, claimed));

        AccountMetadata updated = store.findMetadata(key).orElseThrow();
        assertEquals(account.withSeenAt(LATER.plusMillis(1)).withRefresh(claimed), updated);
        assertTrue(store.unlink(updated, Optional.empty(), action(ActionKind.UNLINK, key)));
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database.url(), "postgres", "none")
                .locations("classpath:io/omnibridge/adapters/store/postgres")
                .table("schema_history")
                .target(version)
                .load()
                .migrate();
    }

    private void write(String user) throws SQLException {
        database.execute("""
            INSERT INTO users (user_id, account_count, record_count, record_mac) VALUES ('%s', 1, 1, '\\x00')
            """.formatted(user));
        database.execute("""
            INSERT INTO accounts (user_id, link_id, generation, scopes, linked_by, refreshable, expires_at, linked_at,
                                  updated_at, sealed, provider, provider_account_id)
            VALUES ('%s', repeat('1', 32), 1, 'mail.read', 'TOKEN', false, NULL, '2026-01-02T03:04:05.678Z',
                    '2026-01-02T03:05:05.678Z', '\\x01', 'google', 'work')
            """.formatted(user));
    }

    private static TestDatabase newDatabase() {
        try {
            return PostgresServer.shared().newDatabase();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
