package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.vault.StoreCannotStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Start-up check: waits until the database accepts a connection. */
final class PostgresStartupProbe {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresStartupProbe.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** SQLSTATE class: invalid authorization specification. */
    private static final String ACCESS_DENIED = "28";

    /** SQLSTATE class: invalid catalog name. */
    private static final String NO_SUCH_DATABASE = "3D";

    private static final String SETTING = "OMNIBRIDGE_POSTGRES_URL: ";

    private final DataSource dataSource;
    private final Clock clock;

    PostgresStartupProbe(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** @throws StoreCannotStart if a setting is wrong, or the database accepted no connection within {@code timeout} */
    void awaitReady(Duration timeout) {
        Instant end = clock.instant().plus(timeout);
        if (isReady(end)) {
            return;
        }
        LOG.info("the database cannot be reached yet; waiting for it for up to {} s", timeout.toSeconds());
        while (!isReady(end)) {
            pause();
        }
    }

    private boolean isReady(Instant end) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(0);
        } catch (SQLException e) {
            String reason = PostgresFailure.inWords(e);
            if (isSettingWrong(e)) {
                throw new StoreCannotStart(SETTING + reason);
            }
            if (!clock.instant().isBefore(end)) {
                throw new StoreCannotStart(SETTING + "the database cannot be reached: " + reason);
            }
            return false;
        }
    }

    private static boolean isSettingWrong(SQLException e) {
        String state = PostgresFailure.state(e).orElse("");
        return state.startsWith(ACCESS_DENIED) || state.startsWith(NO_SUCH_DATABASE);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreCannotStart("the start was interrupted while it waited for the database");
        }
    }
}
