package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.vault.StoreCannotStart;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Migrates the database to the schema of this version. Several nodes may do so at once: Flyway takes a lock, and one of them
 * migrates.
 */
final class Migration {

    private static final String SCRIPTS = "classpath:io/omnibridge/adapters/store/postgres";
    private static final String HISTORY = "schema_history";

    private Migration() {}

    /** @throws StoreCannotStart if the schema belongs to a newer version, or the migration failed */
    static void run(DataSource dataSource) {
        Flyway flyway = flyway(dataSource);
        try {
            new CreationCheck(dataSource, HISTORY).require();
            flyway.migrate();
            requireNoNewerVersion(flyway);
        } catch (FlywayException | SQLException e) {
            // Without the cause, whose message repeats SQL and settings.
            throw new StoreCannotStart("OMNIBRIDGE_POSTGRES_URL: the tables cannot be brought up to date: "
                    + reason(e, "they are not those that this version made"));
        }
    }

    /**
     * Checks the schema without writing.
     *
     * @throws StoreCannotStart if the schema is not the one of this version
     */
    static void requireMigrated(DataSource dataSource) {
        Flyway flyway = flyway(dataSource);
        try {
            requireNoNewerVersion(flyway);
            flyway.validate();
        } catch (FlywayException e) {
            // Without the cause, whose message repeats SQL and settings.
            throw new StoreCannotStart("OMNIBRIDGE_POSTGRES_URL: the database has no vault of this version: "
                    + reason(e, "omnibridge serve makes one, and brings an older one up to date"));
        }
    }

    private static Flyway flyway(DataSource dataSource) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(dataSource)
                .locations(SCRIPTS)
                .table(HISTORY)
                .cleanDisabled(true)
                .createSchemas(false)
                .loggers("slf4j")
                .load();
    }

    private static void requireNoNewerVersion(Flyway flyway) {
        if (Arrays.stream(flyway.info().applied()).map(MigrationInfo::getState).anyMatch(Migration::isNewer)) {
            throw new StoreCannotStart(
                    "OMNIBRIDGE_POSTGRES_URL: the database was migrated by a newer version of OmniBridge:"
                            + " start that version or a later one");
        }
    }

    /** Returns why the database refused; {@code otherwise} if it did not. */
    private static String reason(Exception e, String otherwise) {
        return PostgresFailure.state(e).isPresent() ? PostgresFailure.inWords(e) : otherwise;
    }

    private static boolean isNewer(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }
}
