package io.omnibridge.domain.account;

import io.omnibridge.domain.Alphabet;
import io.omnibridge.domain.InvalidValue;

/**
 * The provider's own stable id of an account.
 *
 * @param value matches {@code [A-Za-z0-9._~@:+=|-]{1,255}}, is neither {@code .} nor {@code ..}, and does not begin with
 *     {@code ~h:}, which is kept for ids that do not fit the pattern and are known by their digest
 */
public record ProviderAccountId(String value) implements Comparable<ProviderAccountId> {

    private static final int MAX_LENGTH = 255;
    private static final Alphabet ALPHABET =
            Alphabet.range('A', 'Z').andRange('a', 'z').andRange('0', '9').and("._~@:+=|-");
    private static final String DIGEST_PREFIX = "~h:";

    /** @throws InvalidValue if {@code value} breaks a rule above */
    public ProviderAccountId {
        InvalidValue.unless(
                ALPHABET.spells(value, MAX_LENGTH),
                "must be 1 to 255 characters of A-Z, a-z, 0-9 and '.', '_', '~', '@', ':', '+', '=', '|', '-'");
        InvalidValue.unless(!value.equals(".") && !value.equals(".."), "must not be '.' or '..'");
        InvalidValue.unless(!value.startsWith(DIGEST_PREFIX), "must not begin with '" + DIGEST_PREFIX + "'");
    }

    @Override
    public int compareTo(ProviderAccountId other) {
        return value.compareTo(other.value);
    }
}
