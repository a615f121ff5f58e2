package io.omnibridge.adapters.providers.connectors.gmail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser of the language of Gmail's search box ("Refine searches in Gmail", support.google.com/mail/answer/7190): words, phrases in
 * quotation marks, and the operators {@code name:}, {@code OR}, {@code AND}, {@code AROUND}, {@code - + ( ) { }}. Quotation marks
 * of any form begin a phrase.
 */
final class GmailGrammar {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]([^\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]*)"
                    + "[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02](?=\\s|$)|([^\\s\"]+)");
    private static final Pattern OPERATOR = Pattern.compile(
            "[-+].*|.*[(){}\uff08\uff09:\uff1a\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02|*~].*", Pattern.DOTALL);
    private static final Set<String> OPERATORS = Set.of("or", "and", "around", "not");

    private GmailGrammar() {}

    /** Returns the words; an {@link AssertionError} if there is anything else. */
    static List<String> words(String query) {
        List<String> words = new ArrayList<>();
        Matcher token = TOKEN.matcher(query);
        int from = 0;
        while (from < query.length()) {
            if (!token.find(from) || token.start() != from) {
                throw new AssertionError("not of the grammar: " + query);
            }
            if (token.group(1) != null) {
                words.add(phrase(token.group(1)));
            } else if (token.group(2) != null) {
                words.add(word(token.group(2)));
            }
            from = token.end();
        }
        return words;
    }

    private static String phrase(String phrase) {
        if (phrase.isBlank()) {
            throw new AssertionError("an empty phrase");
        }
        return phrase;
    }

    private static String word(String word) {
        if (OPERATOR.matcher(word).matches() || OPERATORS.contains(word.toLowerCase(Locale.ROOT))) {
            throw new AssertionError("an operator: " + word);
        }
        return word;
    }
}
