package io.omnibridge.adapters.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements that one call runs over one connection. */
@FunctionalInterface
interface DatabaseWork<T> {
    T over(Connection connection) throws SQLException;
}
