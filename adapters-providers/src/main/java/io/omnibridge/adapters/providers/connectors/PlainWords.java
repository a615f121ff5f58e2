package io.omnibridge.adapters.providers.connectors;

import io.omnibridge.domain.search.SearchQuery;
import java.util.List;

/** The words of a query without the signs that one grammar gives a meaning to, even inside quotation marks. */
public final class PlainWords {

    /** The quotation mark, and those that programs for writing put in its place. */
    public static final String QUOTES = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02";

    private PlainWords() {}

    /**
     * Returns the words that a search can look for, with a space in place of each of the signs.
     *
     * @return possibly empty
     */
    public static List<String> without(String signs, SearchQuery query) {
        return SearchWords.of(query).stream()
                .map(word -> without(signs, word))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String without(String signs, String word) {
        StringBuilder plain = new StringBuilder(word.length());
        word.codePoints().forEach(it -> plain.appendCodePoint(signs.indexOf(it) >= 0 ? ' ' : it));
        return plain.toString().strip().replaceAll(" +", " ");
    }
}
