package io.omnibridge.adapters.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Start-up check that tables can be created where there are none yet. Flyway itself would try to for ten seconds.
 *
 * @param dataSource makes a connection of its own for each caller, as it does before the pool is there
 */
record CreationCheck(DataSource dataSource, String table) {

    private static final String IS_ABSENT = "SELECT to_regclass(?) IS NULL AS is_absent";

    /** @throws SQLException if the table is absent, and none can be created */
    void require() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (isAbsent(connection)) {
                createWithoutCommit(connection);
            }
        }
    }

    private boolean isAbsent(Connection connection) throws SQLException {
        return new Query<>(IS_ABSENT, parameters -> parameters.text(table), row -> row.flag("is_absent"))
                .over(connection)
                .contains(true);
    }

    /** The end of the connection rolls the table back. */
    private static void createWithoutCommit(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE start_check ()");
        }
    }
}
