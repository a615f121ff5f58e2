package io.omnibridge.adapters.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One statement that answers rows: one round trip, and a transaction of its own. */
record Query<T>(String sql, Filling filling, Row.Mapping<T> mapping) implements Database.Work<List<T>> {

    private static final String PROTOCOL_VIOLATION = "08P01";

    /** Fills in the parameters. */
    @FunctionalInterface
    interface Filling {
        void into(Parameters parameters) throws SQLException;
    }

    @Override
    public List<T> over(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.into(new Parameters(statement));
            try (ResultSet result = answer(statement)) {
                return Row.all(result, mapping);
            }
        }
    }

    /** The driver believes what arrives, lengths above all: what is no answer of a database can make it fail in any way. */
    private static ResultSet answer(PreparedStatement statement) throws SQLException {
        try {
            return statement.executeQuery();
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new SQLException("the answer cannot be read", PROTOCOL_VIOLATION);
        }
    }
}
