package io.omnibridge.benchmarks.floor;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** One prepared statement for each request, over as many connections as OmniBridge has. */
final class Postgres {

    private static final int CONNECTIONS = 10;
    private static final int SEALED_BYTES = 300;
    private static final int COLUMNS_SHOWN = 10;

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS floor (
                user_id             text COLLATE "C" NOT NULL,
                provider            text COLLATE "C" NOT NULL,
                provider_account_id text COLLATE "C" NOT NULL,
                link_id             text COLLATE "C" NOT NULL,
                generation          bigint           NOT NULL,
                scopes              text COLLATE "C" NOT NULL,
                linked_by           text COLLATE "C" NOT NULL,
                refreshable         boolean          NOT NULL,
                expires_at          timestamptz,
                linked_at           timestamptz      NOT NULL,
                updated_at          timestamptz      NOT NULL,
                sealed              bytea            NOT NULL,
                PRIMARY KEY (user_id, provider, provider_account_id)
            )
            """;

    private static final String FILL = """
            INSERT INTO floor
            SELECT 'user-' || n, provider, '110169484474386276334', md5(n::text), 1,
                   'openid email profile', 'TOKEN', false, now(), now(), now(), '\\x00'
              FROM generate_series(0, %d) n, unnest(ARRAY['github', 'google', 'notion']) provider
                ON CONFLICT DO NOTHING
            """;

    private static final String SELECT = """
            SELECT provider, provider_account_id, link_id, generation,
                   scopes, linked_by, refreshable, expires_at, linked_at, updated_at
              FROM floor
             WHERE user_id = ?
             ORDER BY provider, provider_account_id
            """;

    private static final String UPSERT = """
            INSERT INTO floor
            VALUES (?, 'google', '110169484474386276334', '00112233445566778899aabbccddeeff', 1,
                    'openid email profile', 'TOKEN', false, now(), now(), now(), ?)
                ON CONFLICT (user_id, provider, provider_account_id) DO UPDATE
               SET link_id = excluded.link_id, scopes = excluded.scopes, expires_at = excluded.expires_at,
                   updated_at = excluded.updated_at, sealed = excluded.sealed
            """;

    private final DataSource connections;
    private final Users users = new Users();

    private Postgres(DataSource connections) {
        this.connections = connections;
    }

    /** Connects to {@code FLOOR_POSTGRES_URL} and makes a table that is as OmniBridge's, with the users' accounts. */
    static Postgres open() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(Floor.setting("FLOOR_POSTGRES_URL"));
        config.setUsername("postgres");
        config.setMaximumPoolSize(CONNECTIONS);
        Postgres postgres = new Postgres(new HikariDataSource(config));
        postgres.createTable();
        return postgres;
    }

    /** Reads what is shown of the accounts of one user. */
    void select() throws SQLException {
        try (Connection connection = connections.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, users.next());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    read(rows);
                }
            }
        }
    }

    /** Writes an account of one user, in one transaction. */
    void upsert() throws SQLException {
        byte[] sealed = new byte[SEALED_BYTES];
        ThreadLocalRandom.current().nextBytes(sealed);
        try (Connection connection = connections.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setString(1, users.next());
            upsert.setBytes(2, sealed);
            upsert.executeUpdate();
        }
    }

    private static void read(ResultSet row) throws SQLException {
        for (int column = 1; column <= COLUMNS_SHOWN; column++) {
            row.getString(column);
        }
    }

    private void createTable() {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
            statement.execute(FILL.formatted(Users.COUNT - 1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
