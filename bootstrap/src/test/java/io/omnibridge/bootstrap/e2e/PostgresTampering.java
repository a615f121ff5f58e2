package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.postgres.TestDatabase;
import java.sql.SQLException;

/** Tampers with the audit log of alice by SQL. */
record PostgresTampering(TestDatabase database) implements Tampering {

    @Override
    public void change(int position) {
        execute("UPDATE audit_events SET request_id = 'forged' WHERE user_id = 'alice' AND position = " + position);
    }

    @Override
    public void swap(int first, int second) {
        execute("UPDATE audit_events SET position = 1000 WHERE user_id = 'alice' AND position = " + first);
        execute("UPDATE audit_events SET position = " + first + " WHERE user_id = 'alice' AND position = " + second);
        execute("UPDATE audit_events SET position = " + second + " WHERE user_id = 'alice' AND position = 1000");
    }

    @Override
    public void remove(int position) {
        execute("DELETE FROM audit_events WHERE user_id = 'alice' AND position = " + position);
    }

    @Override
    public void truncateAfter(int position) {
        execute("DELETE FROM audit_events WHERE user_id = 'alice' AND position > " + position);
        execute("""
                UPDATE users SET (chain_head_position, chain_head_mac) =
                    (SELECT position, mac FROM audit_events WHERE user_id = 'alice' AND position = %d)
                 WHERE user_id = 'alice'
                """.formatted(position));
    }

    @Override
    public void removeHead() {
        execute("DELETE FROM users WHERE user_id = 'alice'");
    }

    private void execute(String sql) {
        try {
            database.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
