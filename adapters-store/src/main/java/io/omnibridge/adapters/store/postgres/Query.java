package io.omnibridge.adapters.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One statement that answers rows: one round trip, and a transaction of its own. */
record Query<T>(String sql, Filling filling, Row.Mapping<T> mapping) implements Database.Work<List<T>> {

    /** Fills in the parameters. */
    @FunctionalInterface
    interface Filling {
        void into(Parameters parameters) throws SQLException;
    }

    @Override
    public List<T> over(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.into(new Parameters(statement));
            try (ResultSet result = statement.executeQuery()) {
                return Row.all(result, mapping);
            }
        }
    }
}
