package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.support.net.Loopback;
import io.omnibridge.domain.InvalidValue;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** The way to the database that a JDBC URL describes, as the driver reads it. */
public final class PostgresTransport {

    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

    /** Go on in the clear where the server does not ask for more. */
    private static final Set<String> OPPORTUNISTIC = Set.of("disable", "allow", "prefer");

    private PostgresTransport() {}

    /**
     * Returns whether no other machine can read the traffic: the URL demands TLS, or every host is loopback.
     *
     * @throws InvalidValue if the driver cannot read {@code url}
     */
    public static boolean isPrivate(String url) {
        PGSimpleDataSource read = read(url);
        return ENCRYPTED.contains(mode(read))
                || Stream.of(read.getServerNames()).allMatch(Loopback::isLoopback);
    }

    private static PGSimpleDataSource read(String url) {
        PGSimpleDataSource read = new PGSimpleDataSource();
        try {
            read.setUrl(url);
        } catch (IllegalArgumentException e) {
            // Its message repeats the URL.
            throw new InvalidValue("must be a URL such as jdbc:postgresql://host:5432/database");
        }
        return read;
    }

    private static String mode(PGSimpleDataSource read) {
        String mode = read.getSslMode();
        if (mode == null) {
            return read.getSsl() ? "verify-full" : "prefer";
        }
        String lowerCase = mode.toLowerCase(Locale.ROOT);
        InvalidValue.unless(
                ENCRYPTED.contains(lowerCase) || OPPORTUNISTIC.contains(lowerCase),
                "has an sslmode that the driver does not know");
        return lowerCase;
    }
}
