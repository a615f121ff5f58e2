package io.omnibridge.adapters.providers.connectors.drive;

import io.omnibridge.domain.search.SearchQuery;
import java.util.stream.Collectors;

/**
 * Writes the {@code q} of Drive's {@code files.list}. Each word is one string literal of that language, in which {@code '} and
 * {@code \} are escaped. A quotation mark inside would begin a phrase, so it becomes a space.
 */
final class DriveQuery {

    private DriveQuery() {}

    static String of(SearchQuery query) {
        return query.words().stream()
                .map(DriveQuery::clause)
                .collect(Collectors.joining(" and ", "", " and trashed = false"));
    }

    private static String clause(String word) {
        String literal = word.replace('"', ' ').replace("\\", "\\\\").replace("'", "\\'");
        return "fullText contains '" + literal + "'";
    }
}
