package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshState;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What version 1 of the schema has, and what a node that knows no other goes on writing beside a newer one. */
@Tag("C5")
class PostgresUpgradeIT {

    private final TestDatabase database = newDatabase();

    @Test
    void accounts_of_version_1_are_ready_and_count_as_used_when_they_were_updated() throws Exception {
        Flyway.configure()
                .dataSource(database.url(), "postgres", "none")
                .locations("classpath:io/omnibridge/adapters/store/postgres")
                .table("schema_history")
                .target("1")
                .load()
                .migrate();
        write("alice");

        try (DurableStore postgres = database.open()) {
            write("bob");
            assertServed(VaultPorts.over(postgres.users(), CHAIN).accounts(), key(ALICE, GOOGLE, "work"));
            assertServed(VaultPorts.over(postgres.users(), CHAIN).accounts(), key(BOB, GOOGLE, "work"));
        }
    }

    private static void assertServed(TokenStore store, AccountKey key) {
        AccountMetadata account = store.findMetadata(key).orElseThrow();
        RefreshState claimed = new RefreshState.Calling(Optional.empty(), NOW, LATER, 0);
        assertEquals(RefreshState.READY, account.refresh());
        assertEquals(LATER, account.usedAt());

        store.recordUse(key, account.version(), LATER.plusMillis(1));
        assertTrue(store.updateRefreshState(key, account.version(), RefreshState.READY, claimed));

        AccountMetadata moved = store.findMetadata(key).orElseThrow();
        assertEquals(account.withUsedAt(LATER.plusMillis(1)).withRefresh(claimed), moved);
        assertTrue(store.unlink(moved, Optional.empty(), action(AuditedAction.Kind.UNLINK, key)));
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
