package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.vault.TamperedUseLogContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;

class PostgresUseLogIT extends OneDatabase implements TamperedUseLogContract {

    @Override
    public UseTampering useTampering() {
        return new WithSql(database);
    }

    @AfterEach
    void acceptReceipts() throws SQLException {
        database.execute("DROP FUNCTION IF EXISTS refuse CASCADE");
    }

    /** The only user is alice. */
    private record WithSql(TestDatabase database) implements UseTampering {

        @Override
        public void removeUpTo(long position) {
            execute("DELETE FROM use_receipts WHERE position <= " + position);
        }

        @Override
        public void forgeBase(long position) {
            execute("UPDATE use_logs SET base_position = position, base_position_mac = mac,"
                    + " base_pruned_before = coalesce(base_pruned_before, now()), base_mac = coalesce(base_mac, mac)"
                    + " FROM use_receipts WHERE position = " + position);
            removeUpTo(position);
        }

        @Override
        public void refuseReceipts() {
            execute("""
                    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''full''; END';
                    CREATE TRIGGER refuse BEFORE INSERT ON use_receipts EXECUTE FUNCTION refuse()
                    """);
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
