package io.omnibridge.domain;

/** Checks on characters that several value types share. */
public final class Text {

    private Text() {}

    /**
     * Checks a name that somebody else made up: 1 to {@code maxLength} code points, none of them a control character or
     * an unpaired surrogate (UTF-8 would turn every such surrogate into the same '?').
     *
     * @throws InvalidValue if it is not such a name
     */
    public static void requireName(String text, int maxLength) {
        InvalidValue.unless(!hasUnpairedSurrogate(text), "must not contain an unpaired surrogate");
        int length = text.codePointCount(0, text.length());
        InvalidValue.unless(length >= 1 && length <= maxLength, "must be 1 to " + maxLength + " characters long");
        InvalidValue.unless(!hasControlCharacter(text), "must not contain control characters");
    }

    /** Loops, here and below: these look at every string of every token, for which a stream each takes too long. */
    private static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a high surrogate stands without its low one, or a low one without its high one. */
    public static boolean hasUnpairedSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Whether every character is visible ASCII, U+0021 to U+007E. */
    public static boolean isVisibleAscii(String text) {
        return text.chars().allMatch(c -> c >= 0x21 && c <= 0x7e);
    }
}
