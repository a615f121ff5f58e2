package io.omnibridge.domain;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Form of the ids that are drawn at random: 128 bits as 32 lower-case hexadecimal digits. */
public final class HexId {

    private static final Alphabet HEXADECIMAL = Alphabet.range('0', '9').andRange('a', 'f');
    private static final int BYTES = 16;
    private static final int LENGTH = 2 * BYTES;

    private HexId() {}

    /**
     * Checks the form of an id.
     *
     * @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits
     */
    public static void require(String value) {
        InvalidValue.unless(
                value.length() == LENGTH && HEXADECIMAL.matches(value, LENGTH),
                "must be 32 lower-case hexadecimal digits");
    }

    /** Draws a new id. */
    public static String draw(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
