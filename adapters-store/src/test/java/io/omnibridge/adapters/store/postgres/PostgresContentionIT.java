package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.Listing;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writes of one user that wait for one another hold two connections, and other users are served. */
@Tag("A24")
@Timeout(120)
class PostgresContentionIT extends OneDatabase {

    /** More than a node has connections. */
    private static final int WRITERS = 40;

    private static final String WAITING = """
            SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND application_name = 'omnibridge' AND wait_event_type = 'Lock'
            """;

    @Test
    void forty_writes_of_one_user_leave_connections_to_another() throws Exception {
        link(account(key(ALICE, GOOGLE, "first")));
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (Connection blocker = DriverManager.getConnection(database.url(), "postgres", "none");
                Connection observer = DriverManager.getConnection(database.url(), "postgres", "none")) {
            blocker.setAutoCommit(false);
            execute(blocker, "SELECT 1 FROM users WHERE user_id = 'alice' FOR UPDATE");
            List<Future<LinkResult>> writing = IntStream.range(0, WRITERS)
                    .mapToObj(i -> threads.submit(() -> link(account(key(ALICE, GOOGLE, "a" + i)))))
                    .toList();
            while (waiting(observer) < 2) {
                Thread.onSpinWait();
            }

            for (int i = 0; i < 20; i++) {
                assertInstanceOf(LinkResult.Linked.class, link(account(key(BOB, GOOGLE, "b" + i))));
                assertEquals(2, waiting(observer));
            }
            assertEquals(1, Listing.all(store(), ALICE).size());

            blocker.rollback();
            for (Future<LinkResult> one : writing) {
                assertInstanceOf(LinkResult.Linked.class, one.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long waiting(Connection observer) throws SQLException {
        try (Statement statement = observer.createStatement();
                ResultSet result = statement.executeQuery(WAITING)) {
            result.next();
            return result.getLong(1);
        }
    }
}
