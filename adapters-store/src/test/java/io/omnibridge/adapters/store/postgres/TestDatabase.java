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

/** Database of a test: opens it as OmniBridge does, and runs SQL that bypasses OmniBridge. */
public record TestDatabase(int port, String name) {

    static final AuditChain CHAIN =
            new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example");

    private static final Duration LONG_DEADLINE = Duration.ofSeconds(30);

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** Returns the same database behind another port. */
    TestDatabase at(int otherPort) {
        return new TestDatabase(otherPort, name);
    }

    PostgresSettings settings() {
        return settings(LONG_DEADLINE);
    }

    /** Opens a store whose calls have the time that a busy machine takes. */
    public DurableStore open() {
        return PostgresStore.open(settings(), Clock.systemUTC());
    }

    /** Opens a store whose calls end at the default deadline, for tests in which the server does not respond. */
    DurableStore openWithDefaultDeadline() {
        return PostgresStore.open(settings(StoreLimits.DEFAULT_DEADLINE), Clock.systemUTC());
    }

    private PostgresSettings settings(Duration deadline) {
        StoreLimits limits = new StoreLimits(deadline, 8, Duration.ofSeconds(20));
        return new PostgresSettings(url(), "postgres", new PostgresPassword("none"), limits);
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "none");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "none");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }
}
