package io.omnibridge.domain.audit;

import io.omnibridge.domain.Alphabet;
import io.omnibridge.domain.InvalidValue;

/**
 * Connects a response with the log lines and audit events of the same request.
 *
 * @param value matches {@code [A-Za-z0-9._-]{1,64}}
 */
public record RequestId(String value) {

    private static final int MAX_LENGTH = 64;
    private static final Alphabet ALPHABET =
            Alphabet.range('A', 'Z').andRange('a', 'z').andRange('0', '9').and("._-");

    /** @throws InvalidValue if {@code value} does not match */
    public RequestId {
        InvalidValue.unless(isValid(value), "must be 1 to 64 characters of A-Z, a-z, 0-9, '.', '_' and '-'");
    }

    /** Returns whether {@code value} matches. */
    public static boolean isValid(String value) {
        return ALPHABET.matches(value, MAX_LENGTH);
    }
}
