package io.omnibridge.adapters.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.omnibridge.adapters.store.deadline.Deadlines;
import io.omnibridge.adapters.store.deadline.StoreDeadline;
import io.omnibridge.adapters.store.deadline.UserTurns;
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

    private final HikariDataSource pool;
    private final Duration deadline;
    private final Deadlines deadlines;
    private final UserTurns turns;

    Database(DataSource dataSource, Duration deadline, int poolSize) {
        this.pool = new HikariDataSource(PoolConfig.of(dataSource, deadline, poolSize));
        this.deadline = deadline;
        this.deadlines = new Deadlines(deadline, "omnibridge-postgres-deadlines");
        this.turns = new UserTurns(deadline.dividedBy(2));
    }

    /** Returns the time by which every call has ended. */
    Duration deadline() {
        return deadline;
    }

    /** @throws StoreUnavailable if the database did not reply by the deadline, or replied with an error */
    <T> T call(DatabaseWork<T> work) {
        return inSession(session -> session.run(work));
    }

    /** @throws StoreUnavailable if there was no connection by the deadline */
    <T> T inSession(Function<DatabaseSession, T> work) {
        try (StoreDeadline deadline = deadlines.start()) {
            return connected(deadline, work);
        }
    }

    /**
     * As {@link #inSession}, for a write of one user. It takes a connection when it is its turn: half of the deadline at the latest.
     *
     * @throws StoreUnavailable also if other writes of the user did not end in time
     */
    <T> T inTurnOf(UserId user, Function<DatabaseSession, T> work) {
        try (StoreDeadline deadline = deadlines.start()) {
            return turns.inTurn(user, () -> connected(deadline, work));
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

    private <T> T connected(StoreDeadline deadline, Function<DatabaseSession, T> work) {
        try (Connection connection = pool.getConnection()) {
            return guarded(connection, deadline, work);
        } catch (SQLException e) {
            throw PostgresFailure.unavailable(e);
        }
    }

    /** Releases the connection from the deadline before it goes back to the pool. */
    private <T> T guarded(Connection connection, StoreDeadline deadline, Function<DatabaseSession, T> work) {
        try {
            deadline.guard(() -> cut(connection));
            return work.apply(new DatabaseSession(connection, pool));
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
}
