package io.omnibridge.adapters.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.omnibridge.adapters.store.deadline.Deadline;
import io.omnibridge.adapters.store.deadline.Deadlines;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A pool of connections, and calls over them that end by their deadline. No connection carries state from one statement to
 * the next. Thread-safe.
 */
final class Database implements StoreHealth, AutoCloseable {

    /** What HikariCP accepts at least, for either of its waits. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);

    private final HikariDataSource pool;
    private final Deadlines deadlines;

    Database(DataSource connections, Duration deadline, int poolSize) {
        this.pool = new HikariDataSource(poolOf(connections, deadline, poolSize));
        this.deadlines = new Deadlines(deadline, "omnibridge-postgres-deadlines");
    }

    /** What is done over one connection. */
    @FunctionalInterface
    interface Work<T> {
        T over(Connection connection) throws SQLException;
    }

    /** @throws StoreUnavailable if the database did not answer by the deadline, or refused */
    <T> T call(Work<T> work) {
        Deadline deadline = deadlines.begin();
        try (Connection connection = pool.getConnection()) {
            return guarded(connection, deadline, work);
        } catch (SQLException e) {
            throw unavailable(e);
        } finally {
            deadline.end();
        }
    }

    @Override
    public void check() {
        call(new Query<>("SELECT 1 AS answer", parameters -> {}, row -> row.number("answer")));
    }

    @Override
    public void close() {
        pool.close();
        deadlines.close();
    }

    /** The deadline lets go of the connection before the connection goes back to the pool. */
    private <T> T guarded(Connection connection, Deadline deadline, Work<T> work) throws SQLException {
        try {
            deadline.guard(() -> cut(connection));
            return work.over(connection);
        } catch (SQLException e) {
            if (isOfTheConnection(e)) {
                pool.evictConnection(connection);
            }
            throw e;
        } finally {
            deadline.end();
        }
    }

    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is broken already: the call that waits on it ends by itself.
            return;
        }
    }

    /** Class 08: whatever the connection is used for next would meet what went wrong. */
    private static boolean isOfTheConnection(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("08");
    }

    /** Without the cause: the server's messages repeat the values that it was given. */
    private static StoreUnavailable unavailable(SQLException e) {
        return new StoreUnavailable(
                "the database did not answer in time, or refused (SQLState " + e.getSQLState() + ")");
    }

    /** Waiting for a connection and proving that it lives take at most three quarters of the deadline. */
    private static HikariConfig poolOf(DataSource connections, Duration deadline, int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("omnibridge-postgres");
        config.setDataSource(connections);
        config.setMaximumPoolSize(poolSize);
        config.setConnectionTimeout(deadline.dividedBy(2).toMillis());
        config.setValidationTimeout(
                atLeast(SHORTEST_WAIT, deadline.dividedBy(4)).toMillis());
        // The start has its own way of waiting for the database; the pool opens whether or not it answers.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private static Duration atLeast(Duration least, Duration duration) {
        return duration.compareTo(least) < 0 ? least : duration;
    }
}
