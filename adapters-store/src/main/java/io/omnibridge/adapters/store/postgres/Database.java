package io.omnibridge.adapters.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.omnibridge.adapters.store.deadline.Deadlines;
import io.omnibridge.adapters.store.deadline.StoreDeadline;
import io.omnibridge.adapters.store.deadline.UserGates;
import io.omnibridge.adapters.store.spi.StoreConnection;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Pool of connections to one database. Every call over it ends by its deadline. No connection carries state from one
 * statement to the next. Thread-safe.
 */
final class Database implements StoreConnection {

    /** HikariCP accepts no shorter timeout. */
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(250);

    private final HikariDataSource pool;
    private final Duration deadline;
    private final Deadlines deadlines;
    private final UserGates gates;

    Database(DataSource dataSource, Duration deadline, int poolSize) {
        this.pool = new HikariDataSource(poolConfig(dataSource, deadline, poolSize));
        this.deadline = deadline;
        this.deadlines = new Deadlines(deadline, "omnibridge-postgres-deadlines");
        this.gates = new UserGates(deadline.dividedBy(2));
    }

    /** Returns the time by which every call has ended. */
    Duration deadline() {
        return deadline;
    }

    /** Statements that one call runs over one connection. */
    @FunctionalInterface
    interface Work<T> {
        T over(Connection connection) throws SQLException;
    }

    /** Statements over one connection, under one deadline. */
    final class Session {

        private final Connection connection;

        private Session(Connection connection) {
            this.connection = connection;
        }

        /** @throws StoreUnavailable if the database did not reply by the deadline, or replied with an error */
        <T> T run(Work<T> work) {
            try {
                return work.over(connection);
            } catch (SQLException e) {
                if (isConnectionFailure(e)) {
                    pool.evictConnection(connection);
                }
                throw unavailable(e);
            }
        }
    }

    /** @throws StoreUnavailable if the database did not reply by the deadline, or replied with an error */
    <T> T call(Work<T> work) {
        return inSession(session -> session.run(work));
    }

    /** @throws StoreUnavailable if there was no connection by the deadline */
    <T> T inSession(Function<Session, T> work) {
        try (StoreDeadline deadline = deadlines.start()) {
            return connected(deadline, work);
        }
    }

    /**
     * As {@link #inSession}, for a write of one user. It takes a connection when it is its turn: half of the deadline at the latest.
     *
     * @throws StoreUnavailable also if other writes of the user did not end in time
     */
    <T> T inSessionOf(UserId user, Function<Session, T> work) {
        try (StoreDeadline deadline = deadlines.start()) {
            return gates.inTurn(user, () -> connected(deadline, work));
        }
    }

    @Override
    public void check() {
        call(new Query<>("SELECT 1 AS one", parameters -> {}, row -> row.number("one")));
    }

    @Override
    public void close() {
        pool.close();
        deadlines.close();
    }

    private <T> T connected(StoreDeadline deadline, Function<Session, T> work) {
        try (Connection connection = pool.getConnection()) {
            return guarded(connection, deadline, work);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** Releases the connection from the deadline before it goes back to the pool. */
    private <T> T guarded(Connection connection, StoreDeadline deadline, Function<Session, T> work) {
        try {
            deadline.guard(() -> cut(connection));
            return work.apply(new Session(connection));
        } finally {
            deadline.release();
        }
    }

    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // The connection is broken already, and the call that waits on it fails by itself.
            return;
        }
    }

    /** SQLSTATE class 08 is a connection exception: the connection cannot be used again. */
    private static boolean isConnectionFailure(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("08");
    }

    /** Drops the cause: the messages of the server repeat values of rows and parameters. */
    private static StoreUnavailable unavailable(SQLException e) {
        return new StoreUnavailable("PostgreSQL: " + PostgresFailure.inWords(e));
    }

    /** Waiting for a connection and validating it take at most three quarters of the deadline. */
    private static HikariConfig poolConfig(DataSource dataSource, Duration deadline, int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("omnibridge-postgres");
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(poolSize);
        config.setConnectionTimeout(deadline.dividedBy(2).toMillis());
        config.setValidationTimeout(atLeast(MIN_TIMEOUT, deadline.dividedBy(4)).toMillis());
        // PostgresStartupProbe waits for the database; the pool need not.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private static Duration atLeast(Duration least, Duration duration) {
        return duration.compareTo(least) < 0 ? least : duration;
    }
}
