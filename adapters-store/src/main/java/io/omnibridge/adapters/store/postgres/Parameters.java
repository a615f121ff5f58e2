package io.omnibridge.adapters.store.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Parameters of a statement, filled in one after the other. Not thread-safe. */
final class Parameters {

    private final PreparedStatement statement;
    private int index;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters text(String value) throws SQLException {
        statement.setString(++index, value);
        return this;
    }

    Parameters text(Optional<String> value) throws SQLException {
        statement.setString(++index, value.orElse(null));
        return this;
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    Parameters number(Optional<Long> value) throws SQLException {
        if (value.isPresent()) {
            return number(value.get());
        }
        statement.setNull(++index, Types.BIGINT);
        return this;
    }

    /** Fills in an array with one element for each row: a statement over arrays is the same however many rows there are. */
    <T> Parameters texts(Collection<T> rows, Function<T, String> column) throws SQLException {
        return array("text", rows.stream().map(column).toArray(String[]::new));
    }

    <T> Parameters numbers(Collection<T> rows, Function<T, Long> column) throws SQLException {
        return array("bigint", rows.stream().map(column).toArray(Long[]::new));
    }

    <T> Parameters bytes(Collection<T> rows, Function<T, byte[]> column) throws SQLException {
        return array("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    private Parameters array(String type, Object[] elements) throws SQLException {
        statement.setArray(++index, statement.getConnection().createArrayOf(type, elements));
        return this;
    }

    Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    Parameters bytes(byte[] value) throws SQLException {
        statement.setBytes(++index, value);
        return this;
    }

    Parameters bytes(Optional<byte[]> value) throws SQLException {
        statement.setBytes(++index, value.orElse(null));
        return this;
    }

    /** Truncates to the millisecond, because MACs are computed over times in milliseconds. */
    Parameters time(Instant value) throws SQLException {
        statement.setObject(++index, value.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
        return this;
    }

    Parameters time(Optional<Instant> value) throws SQLException {
        if (value.isPresent()) {
            return time(value.get());
        }
        statement.setNull(++index, Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }
}
