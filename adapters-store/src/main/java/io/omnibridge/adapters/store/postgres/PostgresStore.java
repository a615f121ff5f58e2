package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Opens a PostgreSQL database as a store. */
public final class PostgresStore {

    private PostgresStore() {}

    /**
     * Waits for the database, brings its schema up to date, and opens it.
     *
     * @throws StoreCannotStart if a setting is wrong, the schema does not exist, the database was not there in time, or a newer
     *     version owns it
     */
    public static DurableStore open(PostgresSettings settings, Clock clock) {
        return open(settings, clock, Migration::run);
    }

    /**
     * Waits for the database, and opens it without writing to it.
     *
     * @throws StoreCannotStart also if its schema is not that of this version
     */
    public static DurableStore openExisting(PostgresSettings settings, Clock clock) {
        return open(settings, clock, Migration::requireMigrated);
    }

    private static DurableStore open(PostgresSettings settings, Clock clock, Consumer<DataSource> schema) {
        Duration startTimeout = settings.limits().startTimeout();
        DataSource starting = connections(settings, startTimeout);
        new PostgresStartupProbe(starting, clock).awaitReady(startTimeout);
        String schemaName = new SchemaCheck(starting, settings.url()).require();
        schema.accept(starting);
        Duration deadline = settings.limits().deadline();
        Database database = new Database(
                new PreparingDataSource(connections(settings, deadline)),
                deadline,
                settings.limits().connections());
        return new DurableStore(
                new PostgresUserStore(database),
                new PostgresVaultMetadata(database),
                new PostgresTime(database),
                database,
                PostgresAddress.of(settings.url(), schemaName));
    }

    /** @param silence how long a connection waits for the next byte of a response */
    private static DataSource connections(PostgresSettings settings, Duration silence) {
        LoginDataSource connections = new LoginDataSource(settings.password());
        connections.setUrl(settings.url());
        connections.setUser(settings.user());
        connections.setApplicationName("omnibridge");
        connections.setConnectTimeout(wholeSeconds(settings.limits().deadline()));
        connections.setSocketTimeout(wholeSeconds(silence));
        connections.setTcpKeepAlive(true);
        // See PreparingDataSource.
        connections.setPrepareThreshold(0);
        // Details of errors repeat the values of a row.
        connections.setLogServerErrorDetail(false);
        return connections;
    }

    private static int wholeSeconds(Duration duration) {
        return Math.toIntExact(duration.plusMillis(999).toSeconds());
    }
}
