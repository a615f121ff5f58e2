package io.omnibridge.adapters.providers.connectors.text;

import io.omnibridge.domain.search.ItemText;

/** Lines of text in which white space collapses as HTML says, without more than one empty line in a row. Not thread-safe. */
final class TextLines {

    /** Text beyond the limit of an item is left out; some of it may be removed afterwards. */
    private static final int MAX_LENGTH = 4 * ItemText.MAX_LENGTH;

    private final StringBuilder text = new StringBuilder();
    private int breaks;
    private boolean isSpaced;

    /** Adds text of a paragraph. */
    void words(String raw) {
        for (int i = 0; i < raw.length() && !isFull(); i++) {
            char next = raw.charAt(i);
            if (isSpace(next)) {
                isSpaced = true;
            } else {
                append(next);
            }
        }
    }

    /** Adds text whose spaces and line breaks count. */
    void preformatted(String raw) {
        for (int i = 0; i < raw.length() && !isFull(); i++) {
            char next = raw.charAt(i);
            if (next == '\n') {
                lineBreak();
            } else if (next == ' ' || next == '\t') {
                flush();
                text.append(next);
            } else {
                append(next);
            }
        }
    }

    private void append(char next) {
        flush();
        text.append(next);
    }

    private void flush() {
        if (!text.isEmpty() && breaks > 0) {
            text.append("\n".repeat(Math.min(breaks, 2)));
        } else if (!text.isEmpty() && isSpaced) {
            text.append(' ');
        }
        breaks = 0;
        isSpaced = false;
    }

    private static boolean isSpace(char character) {
        return character == ' '
                || character == '\t'
                || character == '\n'
                || character == '\r'
                || character == '\f'
                || character == '\u00a0';
    }

    /** Separates what follows by a space. */
    void space() {
        isSpaced = true;
    }

    /** Ends the line. */
    void lineBreak() {
        breaks++;
    }

    /** Makes what follows begin a line. */
    void line() {
        breaks = Math.max(breaks, 1);
    }

    /** Makes an empty line before what follows. */
    void paragraph() {
        breaks = Math.max(breaks, 2);
    }

    int length() {
        return text.length();
    }

    /** Returns the text from a position on. */
    String since(int position) {
        return text.substring(Math.min(position, text.length()));
    }

    boolean isFull() {
        return text.length() >= MAX_LENGTH;
    }

    String text() {
        return text.toString();
    }
}
