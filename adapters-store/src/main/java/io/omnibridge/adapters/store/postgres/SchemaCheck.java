package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.vault.StoreCannotStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Start-up check that the schema for the tables exists. A start creates tables and never a schema: a mistyped name would found a
 * second, empty vault.
 *
 * @param url the JDBC URL, whose parameter currentSchema may name schemas
 */
record SchemaCheck(DataSource dataSource, String url) {

    private static final String OF_ROLE = "$user";

    private static final Query<String> CURRENT = new Query<>(
            "SELECT current_schema() AS name",
            parameters -> {},
            row -> row.optionalText("name").orElse(""));

    private static final String EXISTS = "SELECT to_regnamespace(?) IS NOT NULL AS is_there";

    /**
     * Returns the schema in which tables are found and created.
     *
     * @throws StoreCannotStart if a schema that the URL names does not exist, or there is none at all
     */
    String require() {
        try (Connection connection = dataSource.getConnection()) {
            for (String name : named()) {
                if (!exists(connection, name)) {
                    throw new StoreCannotStart("OMNIBRIDGE_POSTGRES_URL: there is no schema " + name
                            + ", which currentSchema names: correct the name, or create it with CREATE SCHEMA; no"
                            + " table was created");
                }
            }
            return Optional.of(CURRENT.over(connection).get(0))
                    .filter(name -> !name.isEmpty())
                    .orElseThrow(SchemaCheck::none);
        } catch (SQLException e) {
            throw new StoreCannotStart(
                    "OMNIBRIDGE_POSTGRES_URL: the schema cannot be looked up: " + PostgresFailure.inWords(e));
        }
    }

    private static StoreCannotStart none() {
        return new StoreCannotStart(
                "OMNIBRIDGE_POSTGRES_URL: none of the schemas in the search_path of the role exists and may be"
                        + " used: name one with currentSchema, or create it with CREATE SCHEMA; no table was created");
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        return new Query<>(EXISTS, parameters -> parameters.text(name), row -> row.flag("is_there"))
                .over(connection)
                .contains(true);
    }

    private List<String> named() {
        PGSimpleDataSource parsed = new PGSimpleDataSource();
        parsed.setUrl(url);
        return Optional.ofNullable(parsed.getCurrentSchema()).stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.replace("\"", "").equals(OF_ROLE))
                .toList();
    }
}
