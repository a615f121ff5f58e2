package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.VaultMetadata;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The metadata of a vault in PostgreSQL. Thread-safe. */
final class PostgresVaultMetadata implements VaultMetadata {

    private static final String NAMES = """
            SELECT name
              FROM vault_metadata
            """;

    private static final String FIND = """
            SELECT value
              FROM vault_metadata
             WHERE name = ?
            """;

    private static final String PUT_IF_ABSENT = """
            INSERT INTO vault_metadata (name, value)
            VALUES (?, ?)
            ON CONFLICT (name) DO NOTHING
            RETURNING name
            """;

    private static final String REPLACE = """
            UPDATE vault_metadata
               SET value = ?
             WHERE name = ? AND value = ?
            RETURNING name
            """;

    private static final String REMOVE = """
            DELETE FROM vault_metadata
             WHERE name = ? AND value = ?
            RETURNING name
            """;

    private static final String ANY_USER = """
            (SELECT user_id FROM users LIMIT 1)
             UNION ALL
            (SELECT user_id FROM use_logs LIMIT 1)
            """;

    private final Database database;

    PostgresVaultMetadata(Database database) {
        this.database = database;
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(database.call(new Query<>(NAMES, parameters -> {}, row -> row.text("name"))));
    }

    @Override
    public Optional<byte[]> find(String name) {
        List<byte[]> values =
                database.call(new Query<>(FIND, parameters -> parameters.text(name), row -> row.bytes("value")));
        return values.stream().findFirst();
    }

    @Override
    public boolean compareAndSet(String name, Optional<byte[]> expected, Optional<byte[]> next) {
        if (expected.isEmpty()) {
            return tookPlace(PUT_IF_ABSENT, parameters -> parameters.text(name).bytes(next.orElseThrow()));
        }
        return next.isPresent()
                ? tookPlace(
                        REPLACE,
                        parameters -> parameters.bytes(next.get()).text(name).bytes(expected.get()))
                : tookPlace(REMOVE, parameters -> parameters.text(name).bytes(expected.get()));
    }

    @Override
    public boolean hasUsers() {
        return tookPlace(ANY_USER, parameters -> {});
    }

    private boolean tookPlace(String sql, ParameterFilling filling) {
        return database.call(Query.change(sql, filling));
    }
}
