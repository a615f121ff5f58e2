package io.omnibridge.domain.account;

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

    private static final int BYTES = 16;

    /** @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits */
    public LinkId {
        InvalidValue.unless(isHexadecimal(value), "must be 32 lower-case hexadecimal digits");
    }

    /** Not a pattern: a store in memory makes one of these for each account that it lists. */
    private static boolean isHexadecimal(String value) {
        if (value.length() != 2 * BYTES) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    /** Draws a new one. */
    public static LinkId random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new LinkId(HexFormat.of().formatHex(bytes));
    }
}
