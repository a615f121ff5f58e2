package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.domain.refresh.RefreshState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Current row of a result. A column that may be null has methods of its own. */
final class Row {

    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final ResultSet result;

    private Row(ResultSet result) {
        this.result = result;
    }

    /**
     * Maps every row of {@code result}.
     *
     * @throws IllegalStateException if a row does not have the form that OmniBridge writes
     */
    static <T> List<T> all(ResultSet result, RowMapping<T> mapping) throws SQLException {
        List<T> all = new ArrayList<>();
        try {
            while (result.next()) {
                all.add(mapping.of(new Row(result)));
            }
        } catch (IllegalArgumentException | NullPointerException e) {
            // Without the cause, whose message may repeat the row.
            throw new IllegalStateException("a row in the database is not as OmniBridge writes it");
        }
        return all;
    }

    /** Maps this row; empty if it does not have the form that OmniBridge writes. */
    <T> Optional<T> readable(RowMapping<T> mapping) throws SQLException {
        try {
            return Optional.of(mapping.of(this));
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            return Optional.empty();
        }
    }

    String text(String column) throws SQLException {
        return Objects.requireNonNull(result.getString(column));
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    RefreshState refresh(String column) throws SQLException {
        return RefreshStateCodec.parse(text(column));
    }

    StoredChainHead head() throws SQLException {
        return new StoredChainHead(number("chain_head_position"), new EventMac(bytes("chain_head_mac")));
    }

    boolean isNull(String column) throws SQLException {
        return result.getObject(column) == null;
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    Optional<Long> optionalNumber(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    byte[] bytes(String column) throws SQLException {
        return Objects.requireNonNull(result.getBytes(column));
    }

    Instant time(String column) throws SQLException {
        return optionalTime(column).orElseThrow(NullPointerException::new);
    }

    Optional<Instant> optionalTime(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(Row::inRange);
    }

    /** Refuses infinity, which is no number of milliseconds. */
    private static Instant inRange(OffsetDateTime time) {
        Instant instant = time.toInstant();
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("no time");
        }
        return instant;
    }
}
