package io.omnibridge.adapters.store.postgres;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Connections on which statements are prepared on the server, by name, where it is certain that the same process of the
 * server will be there for all of them.
 *
 * <p>A pooling proxy may give each transaction another server connection, on which the name means nothing, or the statement
 * of somebody else. It shows itself: the process that it said it was when it greeted is not the process that answers.
 *
 * @param connections on which nothing is prepared
 */
record PreparingConnections(DataSource connections) implements DataSource {

    private static final int AT_ONCE = 1;

    private static final Query<Long> PROCESS =
            new Query<>("SELECT pg_backend_pid() AS process", parameters -> {}, row -> row.number("process"));

    @Override
    public Connection getConnection() throws SQLException {
        return prepared(connections.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return prepared(connections.getConnection(user, password));
    }

    private static Connection prepared(Connection connection) throws SQLException {
        try {
            PGConnection driver = connection.unwrap(PGConnection.class);
            if (PROCESS.over(connection).contains((long) driver.getBackendPID())) {
                driver.setPrepareThreshold(AT_ONCE);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return connections.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        connections.setLogWriter(out);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return connections.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        connections.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return connections.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return connections.isWrapperFor(type);
    }
}
