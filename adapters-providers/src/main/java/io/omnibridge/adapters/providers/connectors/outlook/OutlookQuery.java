package io.omnibridge.adapters.providers.connectors.outlook;

import io.omnibridge.adapters.providers.connectors.PlainWords;
import io.omnibridge.domain.search.SearchQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the {@code $search} of messages: a query in Microsoft's Keyword Query Language (KQL) inside one pair of quotation marks, in
 * which quotation marks and backslashes are escaped by a backslash. Each word is one phrase of KQL, in which properties, operators and
 * parentheses mean nothing. What stands for any text ({@code *}) becomes a space.
 */
final class OutlookQuery {

    private static final String SIGNS = PlainWords.QUOTES + "\\*";

    private OutlookQuery() {}

    /** Returns the value; empty if it has no word that can be looked for. */
    static Optional<String> of(SearchQuery query) {
        List<String> words = PlainWords.without(SIGNS, query);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.stream()
                        .map(word -> "\\\"" + word + "\\\"")
                        .collect(Collectors.joining(" ", "\"", "\"")));
    }
}
