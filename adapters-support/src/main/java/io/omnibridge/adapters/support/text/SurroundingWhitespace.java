package io.omnibridge.adapters.support.text;

import io.omnibridge.domain.InvalidValue;

/**
 * White space around a text that an operator configures. It is never seen, and is left over
 * from a file, a copy or a template: the value would be another one than the other party has.
 */
public final class SurroundingWhitespace {

    private static final String RULE = "must not begin or end with white space or an invisible character";

    private SurroundingWhitespace() {}

    /**
     * Returns {@code text} unchanged.
     *
     * @throws InvalidValue if it begins or ends with white space, a control character, or a character without a width, such as
     *     a byte order mark
     */
    public static String requireNone(String text) {
        InvalidValue.unless(
                text.isEmpty() || (isVisible(text.codePointAt(0)) && isVisible(text.codePointBefore(text.length()))),
                RULE);
        return text;
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.FORMAT;
    }
}
