package io.omnibridge.bootstrap.logging;

/** Makes text one visible line. */
public final class OneLine {

    private OneLine() {}

    /**
     * {@code text} with every line break, escape sequence and other invisible character escaped, so that nothing which
     * somebody sent can look like a line of ours, or do anything to a terminal.
     */
    public static String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                escaped.append(String.format("\\u%04x", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** Control and format characters, line and paragraph separators, and halves of a character. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
