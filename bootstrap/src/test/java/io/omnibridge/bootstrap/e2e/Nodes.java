package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.postgres.PostgresServer;
import io.omnibridge.adapters.store.postgres.TestDatabase;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.canary.Canaries;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of one database: they have one keyset, and one role with no more rights than docs/operations.md gives it. */
record Nodes(TestDatabase database, Keyset keyset, String password) {

    static Nodes onNewDatabase() {
        try {
            TestDatabase database = PostgresServer.shared().newDatabase();
            Nodes nodes = new Nodes(database, Keyset.generate(), new Canaries().plant("database password"));
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

    Vault start() {
        return start(Map.of());
    }

    Vault start(Map<String, String> more) {
        return Vault.start(List.of(), settings(more));
    }

    Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "OMNIBRIDGE_STORE",
                "postgres",
                "OMNIBRIDGE_POSTGRES_URL",
                database.url(),
                "OMNIBRIDGE_POSTGRES_USER",
                role(),
                "OMNIBRIDGE_POSTGRES_PASSWORD",
                password,
                "OMNIBRIDGE_KEYSET",
                keyset.toJson()));
        settings.putAll(more);
        return settings;
    }
}
