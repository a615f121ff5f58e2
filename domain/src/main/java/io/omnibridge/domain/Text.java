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
        InvalidValue.unless(
                text.codePoints().noneMatch(Character::isISOControl), "must not contain control characters");
    }

    /** Whether a high surrogate stands without its low one, or a low one without its high one. */
    public static boolean hasUnpairedSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Whether every character is visible ASCII, U+0021 to U+007E. */
    public static boolean isVisibleAscii(String text) {
        return text.chars().allMatch(c -> c >= 0x21 && c <= 0x7e);
    }
}
