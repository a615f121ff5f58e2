package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.ChainedAuditLog;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.adapters.store.vault.DurableStore;
import io.omnibridge.adapters.store.vault.RevocationsByUser;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.UserImport;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL database as a store. What was acknowledged is as durable as the server makes a commit.
 */
public final class PostgresStore implements DurableStore {

    private final Database database;

    private PostgresStore(Database database) {
        this.database = database;
    }

    /**
     * Waits for the database, brings its schema up to date, and opens it.
     *
     * @throws StoreCannotStart if a setting is wrong, the database was not there in time, or a newer version owns it
     */
    public static PostgresStore open(PostgresSettings settings, Clock clock) {
        return open(settings, clock, Migration::run);
    }

    /**
     * Waits for the database, and opens it without writing to it.
     *
     * @throws StoreCannotStart also if its schema is not that of this version
     */
    public static PostgresStore openExisting(PostgresSettings settings, Clock clock) {
        return open(settings, clock, Migration::requireMigrated);
    }

    private static PostgresStore open(PostgresSettings settings, Clock clock, Consumer<DataSource> schema) {
        DataSource patient = connections(settings, settings.limits().startTimeout());
        new StartupProbe(patient, clock).awaitReady(settings.limits().startTimeout());
        schema.accept(patient);
        DataSource connections =
                new PreparingDataSource(connections(settings, settings.limits().deadline()));
        return new PostgresStore(new Database(
                connections, settings.limits().deadline(), settings.limits().connections()));
    }

    @Override
    public TokenStore tokenStore(AuditChain chain) {
        return new PostgresTokenStore(database, new UserWrites(database, chain));
    }

    @Override
    public AuditLog auditLog(AuditChain chain) {
        return new PostgresAuditLog(database, new UserWrites(database, chain));
    }

    @Override
    public ConnectAttempts connectAttempts(AuditChain chain) {
        return new PostgresAttempts(database, new UserWrites(database, chain));
    }

    @Override
    public PendingRevocations pendingRevocations(AuditChain chain) {
        return new PostgresPendingRevocations(database, new UserWrites(database, chain));
    }

    @Override
    public RevocationsByUser owed() {
        return user -> database.call(RevocationQueries.of(user));
    }

    @Override
    public ChainedAuditLog records() {
        return new PostgresChainedAuditLog(database);
    }

    @Override
    public AccountScan scan() {
        return new PostgresAccountScan(database);
    }

    @Override
    public UserImport userImport() {
        return new PostgresImport(database);
    }

    @Override
    public VaultMetadata metadata() {
        return new PostgresVaultMetadata(database);
    }

    @Override
    public StoreHealth health() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }

    /** @param silence how long a connection waits for the next byte of an answer */
    private static DataSource connections(PostgresSettings settings, Duration silence) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(settings.url());
        connections.setUser(settings.user());
        connections.setPassword(settings.password().value());
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
