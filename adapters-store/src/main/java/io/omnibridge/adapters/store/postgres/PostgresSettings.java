package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.vault.StoreLimits;
import io.omnibridge.domain.InvalidValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Settings of a {@link PostgresStore}. Immutable.
 *
 * @param url JDBC URL without a password, since URLs are printed
 * @param user database user
 */
public record PostgresSettings(String url, String user, PostgresPassword password, StoreLimits limits) {

    public static final int DEFAULT_CONNECTIONS = 10;

    private static final Pattern USER_INFO = Pattern.compile("jdbc:postgresql://[^/?]*@.*", Pattern.DOTALL);

    /** @throws InvalidValue if a value breaks a rule above; the message names it and does not repeat it */
    public PostgresSettings {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        InvalidValue.unless(url.startsWith("jdbc:postgresql:"), "url must begin with jdbc:postgresql:");
        InvalidValue.unless(!hasPassword(url), "url must not have a password: it has its own setting");
        Objects.requireNonNull(limits, "limits");
    }

    /** The driver decodes the names of parameters, and ignores their letter case. */
    private static boolean hasPassword(String url) {
        String plain = decoded(url).toLowerCase(Locale.ROOT);
        return plain.contains("password=") || USER_INFO.matcher(plain).matches();
    }

    private static String decoded(String url) {
        try {
            return URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("url must have two hexadecimal digits behind each %");
        }
    }
}
