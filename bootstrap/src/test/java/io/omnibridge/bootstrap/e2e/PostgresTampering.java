package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.postgres.TestDatabase;
import java.sql.SQLException;

/** With SQL, in a database where one user has a record. */
record PostgresTampering(TestDatabase database) implements Tampering {

    @Override
    public void change(int position) {
        execute("UPDATE audit_events SET request_id = 'forged' WHERE position = " + position);
    }

    @Override
    public void swap(int first, int second) {
        execute("UPDATE audit_events SET position = 1000 WHERE position = " + first);
        execute("UPDATE audit_events SET position = " + first + " WHERE position = " + second);
        execute("UPDATE audit_events SET position = " + second + " WHERE position = 1000");
    }

    @Override
    public void remove(int position) {
        execute("DELETE FROM audit_events WHERE position = " + position);
    }

    @Override
    public void cutBehind(int position) {
        execute("DELETE FROM audit_events WHERE position > " + position);
        execute(
                "UPDATE users SET (record_count, record_mac) = (SELECT position, mac FROM audit_events WHERE position = "
                        + position + ")");
    }

    @Override
    public void removeHead() {
        execute("DELETE FROM users");
    }

    private void execute(String sql) {
        try {
            database.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
