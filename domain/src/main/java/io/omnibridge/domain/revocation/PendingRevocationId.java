package io.omnibridge.domain.revocation;

import io.omnibridge.domain.InvalidValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Which obligation.
 *
 * @param value 128 random bits as 32 lower-case hexadecimal digits
 */
public record PendingRevocationId(String value) {

    private static final Pattern PATTERN = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;

    /** @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits */
    public PendingRevocationId {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "must be 32 lower-case hexadecimal digits");
    }

    /** Draws a new one. */
    public static PendingRevocationId random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new PendingRevocationId(HexFormat.of().formatHex(bytes));
    }
}
