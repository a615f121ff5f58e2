package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.failure.CauseChain;
import io.omnibridge.adapters.store.failure.ConnectionFailure;
import io.omnibridge.application.port.StoreUnavailable;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why PostgreSQL cannot be used: the SQLState or the class of an exception, what it means, and the setting to look at. The texts of
 * the server and of the driver are left out: they repeat values of rows and settings.
 */
final class PostgresFailure {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresFailure.class);

    private static final String URL = "OMNIBRIDGE_POSTGRES_URL";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("28P01", "the server refused OMNIBRIDGE_POSTGRES_USER or OMNIBRIDGE_POSTGRES_PASSWORD"),
            Map.entry(
                    "28000",
                    "the server refused OMNIBRIDGE_POSTGRES_USER: there is no such role, or pg_hba.conf of the server"
                            + " does not admit it from here, or only with another sslmode in " + URL),
            Map.entry("3D000", "the server has no such database: create it first, or correct " + URL),
            Map.entry("3F000", "there is no such schema: create it, or correct currentSchema in " + URL),
            Map.entry("42P01", "a table is missing: restore it from a backup, or correct currentSchema in " + URL),
            Map.entry("42703", "a column is missing: restore the table from a backup"),
            Map.entry("42501", "the role of OMNIBRIDGE_POSTGRES_USER lacks a right in the schema or on a table"),
            Map.entry("25006", "the server is read-only, as a replica is: " + URL + " must lead to the primary"),
            Map.entry("53100", "the disk of the server is full"),
            Map.entry("53200", "the memory of the server is full"),
            Map.entry(
                    "53300",
                    "the server has no free connection: raise its max_connections or the limit of the role, or lower"
                            + " OMNIBRIDGE_STORE_CONNECTIONS"),
            Map.entry("57014", "the server cancelled the statement: look at statement_timeout of the role"),
            Map.entry("57P01", "the server is shutting down"),
            Map.entry("57P03", "the server is starting up or shutting down"));

    private PostgresFailure() {}

    /** Describes {@code failure}, and logs its causes at debug level. */
    static String inWords(Throwable failure) {
        LOG.debug("PostgreSQL: {}", CauseChain.of(failure));
        return fromServer(failure)
                .or(() -> ConnectionFailure.inWords(failure).map(PostgresFailure::withUrl))
                .or(() -> fromDriver(failure))
                .orElse("no connection became free in time: look at OMNIBRIDGE_STORE_CONNECTIONS and"
                        + " OMNIBRIDGE_STORE_TIMEOUT");
    }

    /** Returns the exception for callers. It has no cause: the messages of the server repeat values of rows and parameters. */
    static StoreUnavailable unavailable(SQLException failure) {
        return new StoreUnavailable("PostgreSQL: " + inWords(failure));
    }

    /** Returns the SQLState of the innermost cause that has one. */
    static Optional<String> state(Throwable failure) {
        return sqlExceptions(failure)
                .map(SQLException::getSQLState)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner);
    }

    private static Optional<String> fromServer(Throwable failure) {
        return sqlExceptions(failure)
                .filter(PSQLException.class::isInstance)
                .map(PSQLException.class::cast)
                .filter(cause -> cause.getServerErrorMessage() != null)
                .map(PSQLException::getSQLState)
                .filter(Objects::nonNull)
                .map(state -> withState(state, "the database replied with an error"))
                .findFirst();
    }

    /** The driver gives no cause for what it decides itself: whether TLS is offered, and whether the certificate fits. */
    private static Optional<String> fromDriver(Throwable failure) {
        return state(failure).map(state -> switch (state) {
            case "08004" -> withState(state, "the server does not offer TLS: look at sslmode in " + URL);
            case "08006" ->
                withState(state, "the connection broke, or the server's certificate does not name the host in " + URL);
            default -> withState(state, "the database failed");
        });
    }

    private static String withState(String state, String otherwise) {
        return "SQLState " + state + ": " + MEANINGS.getOrDefault(state, otherwise);
    }

    private static String withUrl(String reason) {
        return reason + " (look at host, port, sslmode and sslrootcert in " + URL + ")";
    }

    private static Stream<SQLException> sqlExceptions(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(16)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }
}
