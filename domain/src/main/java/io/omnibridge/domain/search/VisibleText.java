package io.omnibridge.domain.search;

/**
 * Text of other people without the characters that a person does not see and a program reads: zero-width characters, characters
 * that change the direction of text, Unicode tags, variation selectors, and control characters other than line breaks and tabs.
 * Those hide orders to software agents. Joiners and selectors stay where they shape an emoji or a letter before them.
 *
 * @param text without those characters and without unpaired surrogates
 * @param removed how many were removed
 */
public record VisibleText(String text, int removed) {

    /** Returns {@code raw} without the characters that cannot be seen. */
    public static VisibleText of(String raw) {
        StringBuilder visible = new StringBuilder(raw.length());
        int removed = 0;
        int previous = 0;
        for (int i = 0; i < raw.length(); i += Character.charCount(raw.codePointAt(i))) {
            int character = raw.codePointAt(i);
            int next = i + Character.charCount(character);
            if (isSeen(character, previous, next < raw.length() ? raw.codePointAt(next) : 0)) {
                visible.appendCodePoint(character);
                previous = character;
            } else {
                removed++;
            }
        }
        return new VisibleText(visible.toString(), removed);
    }

    private static boolean isSeen(int character, int previous, int next) {
        return ShapingCharacters.isOne(character)
                ? ShapingCharacters.isSeen(character, previous, next)
                : !HiddenCharacters.isHidden(character);
    }
}
