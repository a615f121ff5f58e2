package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.InvalidValue;
import java.util.regex.Pattern;

/**
 * A query parameter with a position in a list of the caller's own. A forged position therefore reveals nothing.
 *
 * @param maxDigits up to 18
 * @param meaning what a valid value is, such as {@code a position of an earlier page}
 */
public record PagePosition(int maxDigits, String meaning) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");

    /**
     * Returns the position.
     *
     * @throws InvalidValue unless {@code value} is a positive number
     */
    public long parse(String value) {
        InvalidValue.unless(value.length() <= maxDigits && NUMBER.matcher(value).matches(), "must be " + meaning);
        return Long.parseLong(value);
    }
}
