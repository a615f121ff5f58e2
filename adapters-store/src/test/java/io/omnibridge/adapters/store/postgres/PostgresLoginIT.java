package io.omnibridge.adapters.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The password of the database role is replaced while the process runs. */
@Tag("P9")
class PostgresLoginIT {

    private static final String WRONG_PASSWORD = "28P01";

    private final TestDatabase database = PostgresServer.shared().newDatabase();
    private final AtomicReference<String> password = new AtomicReference<>("former");
    private final LoginDataSource connections = new LoginDataSource(new PostgresPassword(password::get));

    PostgresLoginIT() throws Exception {}

    @BeforeEach
    void demandPasswordOfBridge() throws SQLException, IOException {
        database.execute("CREATE ROLE bridge LOGIN PASSWORD 'former'");
        Path access = Path.of(database.ask("SHOW hba_file"));
        Files.writeString(access, "host all bridge 127.0.0.1/32 scram-sha-256\n" + Files.readString(access));
        database.ask("SELECT pg_reload_conf()::text");
        connections.setUrl(database.url());
        connections.setUser("bridge");
    }

    @Test
    void a_new_connection_logs_in_with_the_current_password() throws SQLException {
        try (Connection open = connections.getConnection()) {
            database.execute("ALTER ROLE bridge PASSWORD 'replaced'");

            SQLException refused = assertThrows(SQLException.class, connections::getConnection);
            assertEquals(WRONG_PASSWORD, refused.getSQLState());
            assertTrue(open.isValid(0));

            password.set("replaced");
            try (Connection another = connections.getConnection()) {
                assertTrue(another.isValid(0));
            }
        }
    }
}
