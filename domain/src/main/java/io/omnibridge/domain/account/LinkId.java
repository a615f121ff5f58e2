package io.omnibridge.domain.account;

import io.omnibridge.domain.Alphabet;
import io.omnibridge.domain.InvalidValue;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * One linking of an account. A new one is drawn at every link and re-link, so that nothing which was meant for an earlier
 * linking can touch a later one.
 *
 * @param value 128 random bits as 32 lower-case hexadecimal digits
 */
public record LinkId(String value) {

    private static final Alphabet HEXADECIMAL = Alphabet.range('0', '9').andRange('a', 'f');
    private static final int BYTES = 16;
    private static final int LENGTH = 2 * BYTES;

    /** @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits */
    public LinkId {
        InvalidValue.unless(
                value.length() == LENGTH && HEXADECIMAL.spells(value, LENGTH),
                "must be 32 lower-case hexadecimal digits");
    }

    /** Draws a new one. */
    public static LinkId random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new LinkId(HexFormat.of().formatHex(bytes));
    }
}
