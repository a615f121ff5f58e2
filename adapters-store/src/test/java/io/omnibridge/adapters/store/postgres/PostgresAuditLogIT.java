package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.vault.TamperedAuditLogContract;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditOutcome;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PostgresAuditLogIT extends OneDatabase implements TamperedAuditLogContract {

    @Override
    public Tampering tampering() {
        return new WithSql(database);
    }

    @Test
    @Tag("U1")
    void a_write_whose_event_cannot_be_stored_does_not_take_place() throws SQLException {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        database.execute("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''full''; END';
                CREATE TRIGGER refuse BEFORE INSERT ON audit_events EXECUTE FUNCTION refuse()
                """);

        try {
            assertEveryWriteFails(account);
        } finally {
            database.execute("DROP FUNCTION refuse CASCADE");
        }
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
        assertEquals("1 1", database.ask("SELECT concat(account_count, ' ', chain_head_position) FROM users"));
    }

    /** The only user is alice. */
    private record WithSql(TestDatabase database) implements Tampering {

        @Override
        public List<String> changes() {
            return List.of(
                    "kind = 'UNLINK'",
                    "outcome = 'UNLINKED'",
                    "occurred_at = occurred_at + interval '1 millisecond'",
                    "client_id = NULL",
                    "actor = 'BROWSER', client_id = NULL",
                    "actor = 'SERVICE', actor_name = 'refresh', client_id = NULL",
                    "actor = NULL",
                    "attempt_id = repeat('a', 32), attempt_provider = 'google'",
                    "lease_id = repeat('a', 32)",
                    "provider = 'notion'",
                    "provider_account_id = 'other'",
                    "provider = NULL, provider_account_id = NULL",
                    "request_id = 'request'",
                    "mac = set_byte(mac, 31, get_byte(mac, 31) # 1)");
        }

        @Override
        public void change(int position, String change) {
            execute("CREATE TABLE untouched AS SELECT * FROM audit_events");
            execute("UPDATE audit_events SET " + change + " WHERE position = " + position);
        }

        @Override
        public void restore() {
            execute("DELETE FROM audit_events");
            execute("INSERT INTO audit_events SELECT * FROM untouched");
            execute("DROP TABLE untouched");
        }

        @Override
        public void swap(int first, int second) {
            execute("UPDATE audit_events SET position = 100 WHERE position = " + first);
            execute("UPDATE audit_events SET position = " + first + " WHERE position = " + second);
            execute("UPDATE audit_events SET position = " + second + " WHERE position = 100");
        }

        @Override
        public void remove(int position) {
            execute("DELETE FROM audit_events WHERE position = " + position);
        }

        @Override
        public void cutBehind(int position) {
            execute("DELETE FROM audit_events WHERE position > " + position);
        }

        @Override
        public void putHeadAt(int position) {
            execute("UPDATE users SET (chain_head_position, chain_head_mac) ="
                    + " (SELECT position, mac FROM audit_events WHERE position = " + position + ")");
        }

        @Override
        public void removeHead() {
            execute("DELETE FROM users");
        }

        @Override
        public void makeUnreadable(int position) {
            execute("UPDATE audit_events SET kind = 'WISH' WHERE position = " + position);
        }

        private void execute(String sql) {
            try {
                database.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
