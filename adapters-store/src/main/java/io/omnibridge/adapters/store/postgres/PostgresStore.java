package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.durable.DurableStore;
import io.omnibridge.adapters.store.durable.OwedByUser;
import io.omnibridge.adapters.store.durable.UserImport;
import io.omnibridge.adapters.store.facts.StoreCannotStart;
import io.omnibridge.adapters.store.facts.VaultFacts;
import io.omnibridge.adapters.store.record.ChainedRecords;
import io.omnibridge.adapters.store.record.RecordChain;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.Obligations;
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
        return open(settings, clock, Migration::requireDone);
    }

    private static PostgresStore open(PostgresSettings settings, Clock clock, Consumer<DataSource> schema) {
        DataSource patient = connections(settings, settings.limits().startPatience());
        new FirstContact(patient, clock).await(settings.limits().startPatience());
        schema.accept(patient);
        DataSource connections =
                new PreparingConnections(connections(settings, settings.limits().deadline()));
        return new PostgresStore(new Database(
                connections, settings.limits().deadline(), settings.limits().connections()));
    }

    @Override
    public TokenStore tokenStore(RecordChain chain) {
        return new PostgresTokenStore(database, new UserWrites(database, chain));
    }

    @Override
    public AuditTrail auditTrail(RecordChain chain) {
        return new PostgresAuditTrail(database, new UserWrites(database, chain));
    }

    @Override
    public ConnectAttempts connectAttempts(RecordChain chain) {
        return new PostgresAttempts(database, new UserWrites(database, chain));
    }

    @Override
    public Obligations obligations(RecordChain chain) {
        return new PostgresObligations(database, new UserWrites(database, chain));
    }

    @Override
    public OwedByUser owed() {
        return user -> database.call(ObligationQueries.of(user));
    }

    @Override
    public ChainedRecords records() {
        return new PostgresRecords(database);
    }

    @Override
    public AccountSweep sweep() {
        return new PostgresSweep(database);
    }

    @Override
    public UserImport userImport() {
        return new PostgresImport(database);
    }

    @Override
    public VaultFacts facts() {
        return new PostgresFacts(database);
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
        // See PreparingConnections.
        connections.setPrepareThreshold(0);
        // Details of errors repeat the values of a row.
        connections.setLogServerErrorDetail(false);
        return connections;
    }

    private static int wholeSeconds(Duration duration) {
        return Math.toIntExact(duration.plusMillis(999).toSeconds());
    }
}
