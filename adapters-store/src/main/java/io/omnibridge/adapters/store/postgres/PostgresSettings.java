package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.vault.StoreLimits;
import io.omnibridge.domain.InvalidValue;
import java.util.Locale;
import java.util.Objects;

/**
 * Where the database is, and who enters.
 *
 * @param url the JDBC URL; it has no password, since URLs are printed
 */
public record PostgresSettings(String url, String user, PostgresPassword password, StoreLimits limits) {

    public static final int DEFAULT_CONNECTIONS = 10;

    /** @throws InvalidValue if a value breaks a rule above; the message names it and does not repeat it */
    public PostgresSettings {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        InvalidValue.unless(url.startsWith("jdbc:postgresql:"), "url must begin with jdbc:postgresql:");
        InvalidValue.unless(
                !url.toLowerCase(Locale.ROOT).contains("password="),
                "url must not have a password: it has its own setting");
        Objects.requireNonNull(limits, "limits");
    }
}
