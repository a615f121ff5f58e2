package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.support.net.Loopback;
import io.omnibridge.domain.InvalidValue;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Decides whether a JDBC URL leads to the database over a private way. It reads the URL with the driver itself. */
public final class PostgresTransport {

    /** Values of sslmode that demand TLS. */
    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

    /** Values of sslmode with which the driver connects in cleartext if the server allows it. */
    private static final Set<String> OPPORTUNISTIC = Set.of("disable", "allow", "prefer");

    private PostgresTransport() {}

    /**
     * Returns whether no other machine can read the traffic: the URL demands TLS, or every host is loopback.
     *
     * @throws InvalidValue if the driver cannot read {@code url}
     */
    public static boolean isPrivate(String url) {
        PGSimpleDataSource parsed = parse(url);
        return ENCRYPTED.contains(sslMode(parsed))
                || Stream.of(parsed.getServerNames()).allMatch(Loopback::isLoopback);
    }

    private static PGSimpleDataSource parse(String url) {
        PGSimpleDataSource parsed = new PGSimpleDataSource();
        try {
            parsed.setUrl(url);
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message repeats the URL.
            throw new InvalidValue("must be a URL such as jdbc:postgresql://host:5432/database");
        }
        return parsed;
    }

    private static String sslMode(PGSimpleDataSource parsed) {
        String mode = parsed.getSslMode();
        if (mode == null) {
            return parsed.getSsl() ? "verify-full" : "prefer";
        }
        String lowerCase = mode.toLowerCase(Locale.ROOT);
        InvalidValue.unless(
                ENCRYPTED.contains(lowerCase) || OPPORTUNISTIC.contains(lowerCase),
                "has an sslmode that the driver does not know");
        return lowerCase;
    }
}
