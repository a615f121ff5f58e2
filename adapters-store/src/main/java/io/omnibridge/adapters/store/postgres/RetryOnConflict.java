package io.omnibridge.adapters.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Something that another write can come before, and that then begins again. How often is bounded by the deadline of the
 * call.
 *
 * @param attempt answers nothing where it did not take place
 */
record RetryOnConflict<T>(Database.Work<Optional<T>> attempt) implements Database.Work<T> {

    /** Another transaction was in the way and nothing took place: serialization failure, deadlock. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01");

    @Override
    public T over(Connection connection) throws SQLException {
        Optional<T> answer = Optional.empty();
        while (answer.isEmpty()) {
            answer = once(connection);
        }
        return answer.get();
    }

    private Optional<T> once(Connection connection) throws SQLException {
        try {
            return attempt.over(connection);
        } catch (SQLException e) {
            if (LOST_RACES.contains(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
