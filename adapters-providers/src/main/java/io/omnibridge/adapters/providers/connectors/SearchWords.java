package io.omnibridge.adapters.providers.connectors;

import io.omnibridge.domain.search.SearchQuery;
import java.util.List;

/** The words of a query that a search can look for. */
public final class SearchWords {

    private SearchWords() {}

    /** Returns the words that have a letter, a digit or a symbol such as an emoji; punctuation alone finds nothing anywhere. */
    public static List<String> of(SearchQuery query) {
        return query.words().stream()
                .filter(it -> it.codePoints().anyMatch(SearchWords::isSearchable))
                .toList();
    }

    /** Returns whether a word has nothing but letters, the marks on them, and digits. */
    public static boolean isPlain(String word) {
        return word.codePoints().allMatch(it -> Character.isLetterOrDigit(it) || isMark(it));
    }

    /** Returns a word with a space in the place of each character that is no letter, mark, digit, symbol or one of {@code kept}. */
    public static String withoutPunctuation(String word, String kept) {
        StringBuilder spaced = new StringBuilder(word.length());
        word.codePoints().forEach(it -> {
            boolean isKept = isSearchable(it) || isMark(it) || kept.indexOf(it) >= 0;
            spaced.appendCodePoint(isKept ? it : ' ');
        });
        return spaced.toString().strip().replaceAll(" +", " ");
    }

    private static boolean isSearchable(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.OTHER_SYMBOL;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
