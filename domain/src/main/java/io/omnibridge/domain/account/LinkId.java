package io.omnibridge.domain.account;

import io.omnibridge.domain.InvalidValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * One linking of an account. A new one is drawn at every link and re-link, so that nothing which was meant for an earlier
 * linking can touch a later one.
 *
 * @param value 128 random bits as 32 lower-case hexadecimal digits
 */
public record LinkId(String value) {

    private static final Pattern PATTERN = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;

    /** @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits */
    public LinkId {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "must be 32 lower-case hexadecimal digits");
    }

    /** Draws a new one. */
    public static LinkId random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new LinkId(HexFormat.of().formatHex(bytes));
    }
}
