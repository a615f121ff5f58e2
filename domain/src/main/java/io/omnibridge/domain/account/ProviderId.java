package io.omnibridge.domain.account;

import io.omnibridge.domain.Alphabet;
import io.omnibridge.domain.InvalidValue;

/**
 * An external service with OAuth, such as {@code google} or {@code notion}.
 *
 * @param value matches {@code [a-z0-9][a-z0-9_-]{0,62}}
 */
public record ProviderId(String value) implements Comparable<ProviderId> {

    private static final int MAX_LENGTH = 63;
    private static final Alphabet FIRST = Alphabet.range('a', 'z').andRange('0', '9');
    private static final Alphabet ALPHABET = FIRST.and("_-");

    /** @throws InvalidValue if {@code value} does not match */
    public ProviderId {
        InvalidValue.unless(
                ALPHABET.matches(value, MAX_LENGTH) && FIRST.contains(value.charAt(0)),
                "must be 1 to 63 characters of a-z, 0-9, '_' and '-', beginning with a letter or digit");
    }

    @Override
    public int compareTo(ProviderId other) {
        return value.compareTo(other.value);
    }
}
