package io.omnibridge.domain;

/**
 * A set of ASCII characters. It checks what a regular expression with one character class would, several times as fast:
 * ids are checked in every row that is read. Immutable.
 */
public final class Alphabet {

    private static final int ASCII = 128;

    private final boolean[] has;

    private Alphabet(boolean[] has) {
        this.has = has;
    }

    /** Returns the characters from {@code first} to {@code last}, inclusive. */
    public static Alphabet range(char first, char last) {
        return new Alphabet(new boolean[ASCII]).andRange(first, last);
    }

    /** Returns these characters and those from {@code first} to {@code last}, inclusive. */
    public Alphabet andRange(char first, char last) {
        boolean[] more = has.clone();
        for (int character = first; character <= last; character++) {
            more[character] = true;
        }
        return new Alphabet(more);
    }

    /** Returns these characters and those of {@code others}. */
    public Alphabet and(String others) {
        boolean[] more = has.clone();
        others.chars().forEach(character -> more[character] = true);
        return new Alphabet(more);
    }

    /** Returns whether {@code character} is one of these characters. */
    public boolean contains(char character) {
        return character < ASCII && has[character];
    }

    /** Returns whether {@code text} consists of 1 to {@code maxLength} of these characters. */
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
