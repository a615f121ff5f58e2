package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreLimits;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Database of a test: opens it as OmniBridge does, and runs SQL that bypasses OmniBridge, on one connection that stays open as long as
 * the server. Thread-safe.
 */
public final class TestDatabase {

    static final AuditChain CHAIN =
            new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example");

    private static final Duration LONG_DEADLINE = Duration.ofSeconds(30);

    /** Each takes the server longer to begin than most tests need. */
    private static final int CONNECTIONS = 4;

    private static final List<String> TABLES = List.of(
            "users",
            "accounts",
            "connect_attempts",
            "pending_revocations",
            "audit_events",
            "refusals",
            "vault_metadata",
            "use_logs",
            "use_receipts",
            "leases",
            "sign_outs");

    private final int port;
    private final String name;
    private @Nullable Connection console;

    TestDatabase(int port, String name) {
        this.port = port;
        this.name = name;
    }

    public int port() {
        return port;
    }

    public String name() {
        return name;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** Returns the same database behind another port. */
    TestDatabase at(int otherPort) {
        return new TestDatabase(otherPort, name);
    }

    PostgresSettings settings() {
        return settings(LONG_DEADLINE, CONNECTIONS);
    }

    /** Opens a store whose calls have the time that a busy machine takes. */
    public DurableStore open() {
        return open(CONNECTIONS);
    }

    /** As {@link #open()}, with another number of connections. */
    public DurableStore open(int connections) {
        return PostgresStore.open(settings(LONG_DEADLINE, connections), Clock.systemUTC());
    }

    /** Opens a store whose calls end at the default deadline, for tests in which the server does not respond. */
    DurableStore openWithDefaultDeadline() {
        return PostgresStore.open(settings(StoreLimits.DEFAULT_DEADLINE, CONNECTIONS), Clock.systemUTC());
    }

    private PostgresSettings settings(Duration deadline, int connections) {
        StoreLimits limits = new StoreLimits(deadline, connections, Duration.ofSeconds(20));
        return new PostgresSettings(url(), "postgres", new PostgresPassword("none"), limits);
    }

    /** Connects past OmniBridge. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "none");
    }

    private Connection console() throws SQLException {
        if (console == null || !console.isValid(0)) {
            console = connect();
        }
        return console;
    }

    public synchronized void execute(String sql) throws SQLException {
        try (Statement statement = console().createStatement()) {
            statement.execute(sql);
        }
    }

    /** Empties all tables of a vault. For a few rows {@code DELETE} is far faster than {@code TRUNCATE}, which makes new files. */
    public void empty() throws SQLException {
        execute(TABLES.stream().map("DELETE FROM %s;"::formatted).collect(Collectors.joining()));
    }

    public synchronized String ask(String sql) throws SQLException {
        try (Statement statement = console().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }
}
