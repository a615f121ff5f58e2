package io.omnibridge.adapters.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.omnibridge.application.port.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Statements over one connection, under one deadline.
 *
 * @param pool from which the connection is
 */
record DatabaseSession(Connection connection, HikariDataSource pool) {

    /** @throws StoreUnavailable if the database did not reply by the deadline, or replied with an error */
    <T> T run(DatabaseWork<T> work) {
        try {
            return work.over(connection);
        } catch (SQLException e) {
            if (isConnectionFailure(e)) {
                pool.evictConnection(connection);
            }
            throw PostgresFailure.unavailable(e);
        }
    }

    /** SQLSTATE class 08 is a connection exception: the connection cannot be used again. */
    private static boolean isConnectionFailure(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("08");
    }
}
