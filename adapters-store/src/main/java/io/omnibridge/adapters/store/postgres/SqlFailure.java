package io.omnibridge.adapters.store.postgres;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be said of a failure of the database: never its message, which repeats values of rows and parameters. */
final class SqlFailure {

    private SqlFailure() {}

    /** Returns the SQLSTATE of the failure or of a cause, such as {@code SQLState 08001}; else the class of the innermost cause. */
    static String inWords(SQLException failure) {
        return state(failure)
                .map(state -> "SQLState " + state)
                .orElseGet(() -> innermost(failure).getClass().getSimpleName());
    }

    /** Returns the SQLSTATE of the failure or of a cause; empty if none has one. */
    static Optional<String> state(SQLException failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .flatMap(cause -> Stream.ofNullable(((SQLException) cause).getSQLState()))
                .findFirst();
    }

    private static Throwable innermost(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
