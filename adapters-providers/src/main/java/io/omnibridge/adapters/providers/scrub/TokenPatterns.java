package io.omnibridge.adapters.providers.scrub;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What to look for to find tokens in any of their {@linkplain TokenForms forms}. It holds the tokens. Not thread-safe. */
public final class TokenPatterns {

    /** Bytes with which a token, or an encoded character, may begin. */
    private final boolean[] isBeginning = new boolean[128];

    private final PatternAutomaton automaton;

    /** @param tokens ASCII texts, none of them empty */
    public TokenPatterns(Collection<String> tokens) {
        Set<String> forms = new LinkedHashSet<>();
        tokens.forEach(token -> forms.addAll(TokenForms.of(token)));
        forms.forEach(it -> isBeginning[it.charAt(0)] = true);
        isBeginning['%'] = true;
        isBeginning['\\'] = true;
        automaton = new PatternAutomaton(forms);
    }

    /** Returns whether a percent-encoded character or an escape of JSON begins with {@code b}. */
    static boolean isSignOfEncoding(byte b) {
        return b == '%' || b == '\\';
    }

    boolean mayBeginWith(byte b) {
        return b >= 0 && isBeginning[b];
    }

    PatternAutomaton automaton() {
        return automaton;
    }
}
