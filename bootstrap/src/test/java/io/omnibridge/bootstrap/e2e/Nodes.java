package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.postgres.PostgresServer;
import io.omnibridge.adapters.store.postgres.TestDatabase;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.canary.Canaries;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of one database: they have one keyset and one password. */
record Nodes(TestDatabase database, Keyset keyset, String password) {

    static Nodes onNewDatabase() {
        try {
            TestDatabase database = PostgresServer.shared().newDatabase();
            return new Nodes(database, Keyset.generate(), new Canaries().plant("database password"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
                "postgres",
                "OMNIBRIDGE_POSTGRES_PASSWORD",
                password,
                "OMNIBRIDGE_KEYSET",
                keyset.toJson()));
        settings.putAll(more);
        return settings;
    }
}
