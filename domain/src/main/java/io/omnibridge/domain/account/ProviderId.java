package io.omnibridge.domain.account;

import io.omnibridge.domain.InvalidValue;
import java.util.regex.Pattern;

/**
 * An external service with OAuth, such as {@code google} or {@code notion}.
 *
 * @param value matches {@code [a-z0-9][a-z0-9_-]{0,62}}
 */
public record ProviderId(String value) implements Comparable<ProviderId> {

    private static final Pattern PATTERN = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    /** @throws InvalidValue if {@code value} does not match */
    public ProviderId {
        InvalidValue.unless(
                PATTERN.matcher(value).matches(),
                "must be 1 to 63 characters of a-z, 0-9, '_' and '-', beginning with a letter or digit");
    }

    @Override
    public int compareTo(ProviderId other) {
        return value.compareTo(other.value);
    }
}
