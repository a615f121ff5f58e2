package io.omnibridge.adapters.store.postgres;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Where the database is, and how long to wait for it.
 *
 * @param url the JDBC URL; it has no password, since URLs are printed
 * @param deadline after which every call has ended, one way or the other; at least 1 second
 * @param poolSize the most connections that this node has open, and so the most calls that it makes at once
 * @param startPatience how long a start waits for a database that cannot be reached yet; at least 1 second
 */
public record PostgresSettings(
        String url, String user, PostgresPassword password, Duration deadline, int poolSize, Duration startPatience) {

    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(2);
    public static final int USUAL_POOL_SIZE = 10;
    public static final Duration USUAL_START_PATIENCE = Duration.ofSeconds(30);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    /** @throws InvalidValue if a value breaks a rule above; the message names it and does not repeat it */
    public PostgresSettings {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        InvalidValue.unless(url.startsWith("jdbc:postgresql:"), "url must begin with jdbc:postgresql:");
        InvalidValue.unless(
                !url.toLowerCase(Locale.ROOT).contains("password="),
                "url must not have a password: it has its own setting");
        InvalidValue.unless(deadline.compareTo(SHORTEST_WAIT) >= 0, "deadline must be at least 1 second");
        InvalidValue.unless(startPatience.compareTo(SHORTEST_WAIT) >= 0, "startPatience must be at least 1 second");
        InvalidValue.unless(poolSize >= 1, "poolSize must be at least 1");
    }

    /** With the usual pool and patience. */
    public static PostgresSettings of(String url, String user, PostgresPassword password, Duration deadline) {
        return new PostgresSettings(url, user, password, deadline, USUAL_POOL_SIZE, USUAL_START_PATIENCE);
    }
}
