package io.omnibridge.bootstrap.logging;

/** Turns text into one visible line. */
public final class OneLine {

    private OneLine() {}

    /**
     * Returns {@code text} with every line break, escape sequence and other invisible character escaped. So no input can look
     * like a line of its own, or control a terminal.
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

    /** Returns whether it is a control or format character, a line or paragraph separator, or an unpaired surrogate. */
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
