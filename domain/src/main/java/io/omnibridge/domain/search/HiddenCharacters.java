package io.omnibridge.domain.search;

/** Characters that show nothing, wherever they stand. */
final class HiddenCharacters {

    private HiddenCharacters() {}

    static boolean isHidden(int character) {
        if (character == '\n' || character == '\t' || character == '\r') {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
            case Character.UNASSIGNED -> !isAmongEmoji(character);
            default -> isInvisibleLetter(character) || isSelector(character);
        };
    }

    /** Unicode adds emoji every year; those that the Java runtime does not know are in these blocks. */
    private static boolean isAmongEmoji(int character) {
        return character >= 0x1F000 && character <= 0x1FAFF;
    }

    /** Fillers and blanks that count as letters or symbols. */
    private static boolean isInvisibleLetter(int character) {
        return character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x2800
                || character == 0x034F
                || character == 0x17B4
                || character == 0x17B5;
    }

    /** Variation selectors: those of Mongolian, the first sixteen, and those of the supplement. */
    private static boolean isSelector(int character) {
        return (character >= 0x180B && character <= 0x180F)
                || (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
