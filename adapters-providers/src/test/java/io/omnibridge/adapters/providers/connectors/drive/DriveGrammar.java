package io.omnibridge.adapters.providers.connectors.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser of the query language of Drive's {@code files.list}, as far as a search for words may use it ("Search query terms and
 * operators", developers.google.com/workspace/drive/api/guides/ref-search-terms): terms joined by {@code and}, with string literals in
 * which {@code \'} and {@code \\} are escapes. In the text of {@code fullText contains}, quotation marks make a phrase.
 */
final class DriveGrammar {

    private static final Pattern TERM =
            Pattern.compile("fullText contains '((?:[^'\\\\]|\\\\['\\\\])*)'|trashed = false");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\u201c\u201d]+)\"|([\\p{L}\\p{M}\\p{Nd}\\p{So}]+)");

    private DriveGrammar() {}

    /** Returns the words; an {@link AssertionError} if there is anything else. */
    static List<String> words(String query) {
        List<String> words = new ArrayList<>();
        Matcher term = TERM.matcher(query);
        int from = 0;
        boolean isWithoutBin = false;
        while (term.find(from) && term.start() == from) {
            isWithoutBin |= term.group(1) == null;
            if (term.group(1) != null) {
                words.add(text(term.group(1).replaceAll("\\\\(.)", "$1")));
            }
            if (term.end() == query.length() && isWithoutBin && !words.isEmpty()) {
                return words;
            }
            from = query.startsWith(" and ", term.end()) ? term.end() + 5 : query.length();
        }
        throw new AssertionError("no search for words: " + query);
    }

    private static String text(String literal) {
        Matcher text = TEXT.matcher(literal);
        if (!text.matches()) {
            throw new AssertionError("no word: " + literal);
        }
        return text.group(1) == null ? text.group(2) : text.group(1);
    }
}
