package io.omnibridge.adapters.store.postgres;

import java.sql.SQLException;

/** Maps a row to a value. */
@FunctionalInterface
interface RowMapping<T> {
    T of(Row row) throws SQLException;
}
