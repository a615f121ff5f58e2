package io.omnibridge.adapters.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Data source that logs in with the current password. Connections that are open keep their login. */
final class LoginDataSource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    private final transient PostgresPassword password;

    LoginDataSource(PostgresPassword password) {
        this.password = password;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(getUser(), password.value());
    }
}
