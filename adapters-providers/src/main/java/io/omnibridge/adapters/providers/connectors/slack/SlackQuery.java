package io.omnibridge.adapters.providers.connectors.slack;

import io.omnibridge.adapters.providers.connectors.PlainWords;
import io.omnibridge.domain.search.SearchQuery;
import java.util.List;
import java.util.Optional;

/**
 * Writes the query of Slack's search. Each word is one phrase in quotation marks, in which modifiers such as {@code in:} and a minus
 * sign mean nothing. What stands for any text ({@code *}), or begins the name of a user or channel ({@code <}), becomes a space.
 */
final class SlackQuery {

    private static final String SIGNS = PlainWords.QUOTES + "*<>";

    private SlackQuery() {}

    /** Returns the query; empty if it has no word that Slack could look for. */
    static Optional<String> of(SearchQuery query) {
        List<String> words = PlainWords.without(SIGNS, query);
        return words.isEmpty() ? Optional.empty() : Optional.of('"' + String.join("\" \"", words) + '"');
    }
}
