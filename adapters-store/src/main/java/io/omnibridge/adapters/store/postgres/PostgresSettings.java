package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.vault.StoreLimits;
import io.omnibridge.domain.InvalidValue;
import java.util.Locale;
import java.util.Objects;

/**
 * Settings of a {@link PostgresStore}. Immutable.
 *
 * @param url JDBC URL without a password, since URLs are printed
 * @param user database user
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
