package io.omnibridge.domain.identity;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;

/**
 * The verified subject of a JWT (RFC 7519 §4.1.2), unique for its issuer.
 *
 * <p>Ids are compared code point by code point and never normalised: ids that only look alike belong to different
 * users.
 *
 * @param value 1 to 255 characters (code points) without control characters, unpaired surrogates, or white space at
 *     either end
 */
public record UserId(String value) {

    private static final int MAX_LENGTH = 255;

    /** @throws InvalidValue if {@code value} breaks a rule above */
    public UserId {
        Text.requireName(value, MAX_LENGTH);
        InvalidValue.unless(
                !isWhiteSpace(value.codePointAt(0)) && !isWhiteSpace(value.codePointBefore(value.length())),
                "must not begin or end with white space");
    }

    private static boolean isWhiteSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }
}
