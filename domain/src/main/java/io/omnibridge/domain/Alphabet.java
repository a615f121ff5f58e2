package io.omnibridge.domain;

/**
 * Some of the ASCII characters, and what is written with them alone. It says what a regular expression of one character
 * class would, several times as fast: ids are checked in every row that is read. Immutable.
 */
public final class Alphabet {

    private static final int ASCII = 128;

    private final boolean[] has;

    private Alphabet(boolean[] has) {
        this.has = has;
    }

    /** The characters from {@code first} to {@code last}, both included. */
    public static Alphabet range(char first, char last) {
        return new Alphabet(new boolean[ASCII]).andRange(first, last);
    }

    /** These characters, and those from {@code first} to {@code last}. */
    public Alphabet andRange(char first, char last) {
        boolean[] more = has.clone();
        for (int character = first; character <= last; character++) {
            more[character] = true;
        }
        return new Alphabet(more);
    }

    /** These characters, and each one of {@code others}. */
    public Alphabet and(String others) {
        boolean[] more = has.clone();
        others.chars().forEach(character -> more[character] = true);
        return new Alphabet(more);
    }

    public boolean contains(char character) {
        return character < ASCII && has[character];
    }

    /** Whether {@code text} is 1 to {@code maxLength} of these characters. */
    public boolean matches(String text, int maxLength) {
        if (text.isEmpty() || text.length() > maxLength) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!contains(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
