package io.omnibridge.adapters.store.postgres;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Data source whose connections use named prepared statements where that is safe.
 *
 * <p>A pooling proxy may give each transaction another server connection. There the name of a prepared statement means
 * nothing, or the statement of another client. A proxy is recognized by its greeting: it reports another process id
 * (BackendKeyData in PostgreSQL's protocol) than the server process that runs the statements.
 *
 * @param dataSource makes connections that use no named statement
 */
record PreparingDataSource(DataSource dataSource) implements DataSource {

    /** Prepares a statement at its first use. */
    private static final int FIRST_USE = 1;

    private static final Query<Long> SERVER_PROCESS =
            new Query<>("SELECT pg_backend_pid() AS process", parameters -> {}, row -> row.number("process"));

    @Override
    public Connection getConnection() throws SQLException {
        return preparing(dataSource.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return preparing(dataSource.getConnection(user, password));
    }

    private static Connection preparing(Connection connection) throws SQLException {
        try {
            PGConnection driver = connection.unwrap(PGConnection.class);
            if (SERVER_PROCESS.over(connection).contains((long) driver.getBackendPID())) {
                driver.setPrepareThreshold(FIRST_USE);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return dataSource.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        dataSource.setLogWriter(out);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return dataSource.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        dataSource.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return dataSource.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return dataSource.isWrapperFor(type);
    }
}
