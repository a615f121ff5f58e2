package io.omnibridge.adapters.providers.scrub;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** What to look for to find tokens in any of their {@linkplain TokenForms forms}. It has the tokens in it. Not thread-safe. */
public final class TokenPatterns {

    private static final int ASCII = 128;

    /** Pairs of characters with which a token, or an encoded character, may begin: in a response that has no token, they are rare. */
    private final BitSet beginnings = new BitSet(ASCII * ASCII);

    private final PatternAutomaton automaton;

    /** @param tokens ASCII texts, none of them empty */
    public TokenPatterns(Collection<String> tokens) {
        List<String> forms =
                tokens.stream().flatMap(it -> TokenForms.of(it).stream()).toList();
        forms.forEach(this::addBeginning);
        addBeginning("%");
        addBeginning("\\");
        automaton = new PatternAutomaton(forms);
    }

    /** The second character of a token may itself be encoded. */
    private void addBeginning(String form) {
        char first = form.charAt(0);
        if (form.length() == 1) {
            beginnings.set(pair(first, 0), pair(first + 1, 0));
        } else {
            beginnings.set(pair(first, form.charAt(1)));
            beginnings.set(pair(first, '%'));
            beginnings.set(pair(first, '\\'));
        }
    }

    private static int pair(int first, int second) {
        return first * ASCII + second % ASCII;
    }

    /** Returns whether a percent-encoded character or an escape of JSON begins with {@code b}. */
    static boolean isSignOfEncoding(byte b) {
        return b == '%' || b == '\\';
    }

    /** Returns whether a token, or an encoded character, may begin with {@code b}. */
    boolean mayBeginWith(byte b) {
        int found = b < 0 ? -1 : beginnings.nextSetBit(pair(b, 0));
        return found >= 0 && found < pair(b + 1, 0);
    }

    /** Returns whether a token, or an encoded character, may begin with {@code b} if {@code next} follows it. */
    boolean mayBeginWith(byte b, byte next) {
        return b >= 0 && beginnings.get(pair(b, Byte.toUnsignedInt(next)));
    }

    PatternAutomaton automaton() {
        return automaton;
    }
}
