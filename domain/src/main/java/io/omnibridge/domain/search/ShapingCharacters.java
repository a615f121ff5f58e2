package io.omnibridge.domain.search;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Characters that show nothing themselves, and are seen where they shape a neighbour: the zero-width joiner and non-joiner, and the
 * two selectors that choose between an emoji and a sign. Only one after another character is seen, so that no message fits in.
 */
final class ShapingCharacters {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;

    /** Scripts whose letters join, or form conjuncts. */
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER);

    private ShapingCharacters() {}

    static boolean isOne(int character) {
        return character == NON_JOINER || character == JOINER || character == TEXT_STYLE || character == EMOJI_STYLE;
    }

    /** @param previous the last character that is seen; 0 if there is none */
    static boolean isSeen(int character, int previous, int next) {
        if (character == TEXT_STYLE || character == EMOJI_STYLE) {
            return hasStyles(previous);
        }
        return JOINING.contains(UnicodeScript.of(previous))
                || (character == JOINER && isPartOfEmoji(previous) && isPartOfEmoji(next));
    }

    private static boolean hasStyles(int character) {
        return Character.getType(character) == Character.OTHER_SYMBOL
                || Character.getType(character) == Character.MATH_SYMBOL
                || (character >= '0' && character <= '9')
                || character == '#'
                || character == '*'
                || character == 0x203C
                || character == 0x2049
                || character == 0x3030
                || character == 0x303D;
    }

    private static boolean isPartOfEmoji(int character) {
        return Character.getType(character) == Character.OTHER_SYMBOL
                || Character.getType(character) == Character.MODIFIER_SYMBOL
                || (character >= 0x1F000 && character <= 0x1FAFF)
                || character == EMOJI_STYLE;
    }
}
