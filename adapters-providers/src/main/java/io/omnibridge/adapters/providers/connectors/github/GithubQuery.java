package io.omnibridge.adapters.providers.connectors.github;

import io.omnibridge.adapters.providers.connectors.PlainWords;
import io.omnibridge.domain.search.SearchQuery;
import java.util.List;
import java.util.Optional;

/**
 * Writes the {@code q} of GitHub's search. Each word is one quoted text, in which qualifiers, {@code AND}, {@code OR}, {@code NOT} and
 * parentheses mean nothing. GitHub refuses queries of more than {@value #MAX_LENGTH} characters, qualifiers apart.
 *
 * @param text the quoted words
 * @param isWhole whether all the words fit
 */
record GithubQuery(String text, boolean isWhole) {

    static final int MAX_LENGTH = 256;

    /** Returns the query; empty if it has no word that GitHub could look for. */
    static Optional<GithubQuery> of(SearchQuery query) {
        List<String> words = PlainWords.without(PlainWords.QUOTES + "\\", query).stream()
                .map(word -> '"' + word + '"')
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(fitting(words));
    }

    /** The first word stays however long it is. */
    private static GithubQuery fitting(List<String> words) {
        StringBuilder text = new StringBuilder(words.get(0));
        for (String word : words.subList(1, words.size())) {
            if (text.length() + 1 + word.length() > MAX_LENGTH) {
                return new GithubQuery(text.toString(), false);
            }
            text.append(' ').append(word);
        }
        return new GithubQuery(text.toString(), true);
    }

    /** Returns the query for one kind. */
    String of(GithubKind kind) {
        return kind.qualifier() + " " + text;
    }
}
