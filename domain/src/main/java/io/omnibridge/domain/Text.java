package io.omnibridge.domain;

/** Checks of text that several value types share. */
public final class Text {

    private Text() {}

    /**
     * Checks a name that another system chose: 1 to {@code maxLength} code points, without control characters or
     * unpaired surrogates. UTF-8 would turn every unpaired surrogate into the same '?'.
     *
     * @throws InvalidValue if {@code text} breaks these rules
     */
    public static void requireName(String text, int maxLength) {
        InvalidValue.unless(!hasUnpairedSurrogate(text), "must not contain an unpaired surrogate");
        int length = text.codePointCount(0, text.length());
        InvalidValue.unless(length >= 1 && length <= maxLength, "must be 1 to " + maxLength + " characters long");
        InvalidValue.unless(!hasControlCharacter(text), "must not contain control characters");
    }

    /** Uses a loop, like the next method: these check every string of every JWT, and a stream is too slow for that. */
    private static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a high surrogate lacks its low one, or a low one its high one. */
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

    /** Returns whether every character is visible ASCII, U+0021 to U+007E. */
    public static boolean isVisibleAscii(String text) {
        return text.chars().allMatch(c -> c >= 0x21 && c <= 0x7e);
    }
}
