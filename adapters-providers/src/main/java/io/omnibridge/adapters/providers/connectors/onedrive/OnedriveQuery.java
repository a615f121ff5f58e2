package io.omnibridge.adapters.providers.connectors.onedrive;

import io.omnibridge.adapters.providers.connectors.PlainWords;
import io.omnibridge.domain.search.SearchQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the {@code q} of a drive's search. Microsoft documents no grammar for it; drives for work answer to the Keyword Query
 * Language (KQL). So the signs of KQL become spaces, as do those that cannot stand in a path. Its operators are written in capitals:
 * in small letters they are words.
 */
final class OnedriveQuery {

    private static final String SIGNS = PlainWords.QUOTES + ":=<>()*?,;/\\%#";
    private static final Set<String> OPERATORS =
            Set.of("AND", "OR", "NOT", "NEAR", "ONEAR", "WORDS", "XRANK", "ALL", "ANY");

    private OnedriveQuery() {}

    /** Returns the words; empty if there is none that can be looked for. */
    static Optional<String> of(SearchQuery query) {
        List<String> words = PlainWords.without(SIGNS, query);
        return Optional.of(words.stream()
                        .flatMap(word -> List.of(word.split(" ")).stream())
                        .map(OnedriveQuery::withoutOperator)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" ")))
                .filter(it -> !it.isEmpty());
    }

    /** A plus or a minus sign before a word demands or excludes it. */
    private static String withoutOperator(String word) {
        String bare = word.replaceFirst("^[+-]+", "");
        return OPERATORS.contains(bare) ? bare.toLowerCase(Locale.ROOT) : bare;
    }
}
