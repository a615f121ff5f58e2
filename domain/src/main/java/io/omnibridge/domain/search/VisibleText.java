package io.omnibridge.domain.search;

/**
 * Text of other people without the characters that a person does not see and a program reads: zero-width characters, characters
 * that change the direction of text, Unicode tags, variation selectors beyond the first sixteen, and control characters other than
 * line breaks and tabs. Those hide orders to software agents.
 *
 * @param text without those characters and without unpaired surrogates
 * @param removed how many were removed
 */
public record VisibleText(String text, int removed) {

    /** Returns {@code raw} without the characters that cannot be seen. */
    public static VisibleText of(String raw) {
        StringBuilder visible = new StringBuilder(raw.length());
        int removed = 0;
        for (int i = 0; i < raw.length(); i += Character.charCount(raw.codePointAt(i))) {
            int character = raw.codePointAt(i);
            if (isHidden(character, isBetweenSymbols(raw, i))) {
                removed++;
            } else {
                visible.appendCodePoint(character);
            }
        }
        return new VisibleText(visible.toString(), removed);
    }

    /** A zero-width joiner between two symbols makes one emoji of them, and is seen. */
    private static boolean isBetweenSymbols(String raw, int index) {
        return index > 0
                && index + 1 < raw.length()
                && isPartOfEmoji(raw.codePointBefore(index))
                && isPartOfEmoji(raw.codePointAt(index + 1));
    }

    private static boolean isPartOfEmoji(int character) {
        return Character.getType(character) == Character.OTHER_SYMBOL
                || Character.getType(character) == Character.MODIFIER_SYMBOL
                || character == 0xFE0F;
    }

    private static boolean isHidden(int character, boolean isBetweenSymbols) {
        if (character == '\n' || character == '\t' || character == '\r') {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            case Character.FORMAT -> character != 0x200D || !isBetweenSymbols;
            default -> isInvisibleLetter(character);
        };
    }

    /** Characters of other categories that show nothing: Hangul fillers, the Braille blank, and the selectors of the supplement. */
    private static boolean isInvisibleLetter(int character) {
        return character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x2800
                || character == 0x034F
                || character == 0x17B4
                || character == 0x17B5
                || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
