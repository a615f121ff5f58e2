package io.omnibridge.adapters.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * One statement that returns rows: one round trip, and a transaction of its own. If that transaction loses a race
 * (SQLSTATE 40001, 40P01), nothing of it took place, and it is sent again, until the deadline of the call cuts the connection.
 */
record Query<T>(String sql, ParameterFilling filling, RowMapping<T> mapping) implements DatabaseWork<List<T>> {

    /** Serialization failure, deadlock. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01");

    private static final String PROTOCOL_VIOLATION = "08P01";

    /** Makes a statement that changes something, and returns rows if and only if it took place. */
    static DatabaseWork<Boolean> change(String sql, ParameterFilling filling) {
        Query<String> query = new Query<>(sql, filling, row -> "");
        return connection -> !query.over(connection).isEmpty();
    }

    @Override
    public List<T> over(Connection connection) throws SQLException {
        while (true) {
            try {
                return once(connection);
            } catch (SQLException e) {
                if (!LOST_RACES.contains(String.valueOf(e.getSQLState()))) {
                    throw e;
                }
            }
        }
    }

    private List<T> once(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.into(new Parameters(statement));
            try (ResultSet result = result(statement)) {
                return Row.all(result, mapping);
            }
        }
    }

    /** The driver trusts the lengths in what it reads: bytes of anything but a database can make it fail in any way. */
    private static ResultSet result(PreparedStatement statement) throws SQLException {
        try {
            return statement.executeQuery();
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new SQLException("the response cannot be read", PROTOCOL_VIOLATION);
        }
    }
}
