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

/** Waits, at the start and for a bounded time, until the database lets this node in. */
final class StartupProbe {

    private static final Logger LOG = LoggerFactory.getLogger(StartupProbe.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final DataSource connections;
    private final Clock clock;

    StartupProbe(DataSource connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** @throws StoreCannotStart if waiting would not help, or did not help for {@code patience} */
    void await(Duration patience) {
        Instant end = clock.instant().plus(patience);
        if (reached(end)) {
            return;
        }
        LOG.info("the database cannot be reached yet; waiting for it for up to {} s", patience.toSeconds());
        while (!reached(end)) {
            pause();
        }
    }

    private boolean reached(Instant end) {
        try (Connection connection = connections.getConnection()) {
            return connection.isValid(0);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (isFinal(state) || !clock.instant().isBefore(end)) {
                throw new StoreCannotStart(reason(state));
            }
            return false;
        }
    }

    /** Whether only another setting can help: who may enter (class 28), which database (class 3D). */
    private static boolean isFinal(String state) {
        return state.startsWith("28") || state.startsWith("3D");
    }

    private static String reason(String state) {
        if (state.startsWith("28")) {
            return "OMNIBRIDGE_POSTGRES_USER or OMNIBRIDGE_POSTGRES_PASSWORD: the database refused them";
        }
        if (state.startsWith("3D")) {
            return "OMNIBRIDGE_POSTGRES_URL: the server has no such database: create it first";
        }
        return "OMNIBRIDGE_POSTGRES_URL: the server cannot be reached (SQLState " + state
                + "): check host, port and TLS, and that the server runs";
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
