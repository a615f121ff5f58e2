package io.omnibridge.adapters.store.failure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The causes of a failure as one line for the debug log. It has the class of each, the SQLState, and the message of those that
 * come from the network, from files and from TLS: these name hosts, files and certificates. Messages of servers and drivers are left out,
 * because they may repeat values of rows and parameters.
 */
public final class CauseChain {

    private static final int MAX_LENGTH = 16;

    private CauseChain() {}

    /** Returns the line, the outermost exception first. */
    public static String of(Throwable failure) {
        return causes(failure).map(CauseChain::inWords).collect(Collectors.joining(" <- "));
    }

    /** Returns the exception and its causes, outermost first. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_LENGTH);
    }

    private static String inWords(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        if (cause instanceof SQLException e && e.getSQLState() != null) {
            return name + " (SQLState " + e.getSQLState() + ")";
        }
        return cause instanceof IOException || cause instanceof GeneralSecurityException
                ? name + ": " + cause.getMessage()
                : name;
    }
}
