package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.postgres.PostgresServer;
import io.omnibridge.adapters.store.postgres.ServerProcesses;
import io.omnibridge.adapters.store.postgres.TestDatabase;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.bootstrap.canary.Canaries;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A database with one role that has exactly the rights of docs/operations.md. */
public record PostgresNodes(TestDatabase database, Keyset keyset, String password) implements Nodes {

    private static final String CONTENT = """
            SELECT (SELECT string_agg(vault_metadata::text, ',' ORDER BY name) FROM vault_metadata WHERE name <> 'heartbeat')
                || (SELECT string_agg(users::text, ',' ORDER BY user_id) FROM users)
                || (SELECT string_agg(accounts::text, ',' ORDER BY provider_account_id) FROM accounts)
            """;

    public static PostgresNodes onNewDatabase() {
        try {
            TestDatabase database = PostgresServer.shared().newDatabase();
            PostgresNodes nodes =
                    new PostgresNodes(database, Keyset.generate(), new Canaries().plant("database password"));
            nodes.createRole();
            return nodes;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void createRole() throws IOException, SQLException {
        PostgresServer.shared().demandPassword(role());
        database.execute("CREATE ROLE " + role() + " LOGIN PASSWORD '" + password + "'");
        database.execute("ALTER DATABASE " + database.name() + " OWNER TO " + role());
        database.execute("ALTER ROLE " + role() + " SET statement_timeout = '10s'");
        database.execute("ALTER ROLE " + role() + " SET client_connection_check_interval = '1s'");
    }

    private String role() {
        return database.name();
    }

    @Override
    public Nodes under(Keyset other) {
        return new PostgresNodes(database, other, password);
    }

    @Override
    public Map<String, String> storeSettings() {
        return Map.of(
                "OMNIBRIDGE_STORE",
                "postgres",
                "OMNIBRIDGE_POSTGRES_URL",
                database.url(),
                "OMNIBRIDGE_POSTGRES_USER",
                role(),
                "OMNIBRIDGE_POSTGRES_PASSWORD",
                password);
    }

    @Override
    public DurableStore open() {
        return database.open();
    }

    @Override
    public String content() {
        try {
            return database.ask(CONTENT);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void multiply(String user, String prefix, int many) {
        try {
            for (String table : List.of("users", "accounts", "audit_events")) {
                database.execute("""
                        INSERT INTO %1$s
                        SELECT (jsonb_populate_record(one, jsonb_build_object('user_id', '%2$s' || n))).*
                          FROM %1$s AS one, generate_series(0, %3$d - 1) AS n
                         WHERE one.user_id = '%4$s'
                        """.formatted(table, prefix, many, user));
            }
            database.execute("ANALYZE");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void removeVaultMetadata() {
        try {
            database.execute("TRUNCATE vault_metadata");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long bytes() {
        try {
            return Long.parseLong(database.ask("SELECT pg_database_size(current_database())"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void pause() throws IOException, InterruptedException {
        server().stop();
    }

    @Override
    public void resume() throws IOException, InterruptedException {
        server().resume();
    }

    @Override
    public void close() {
        // All tests share the server, which stops with the JVM.
    }

    private static ServerProcesses server() throws IOException {
        return ServerProcesses.of(PostgresServer.shared().data());
    }
}
