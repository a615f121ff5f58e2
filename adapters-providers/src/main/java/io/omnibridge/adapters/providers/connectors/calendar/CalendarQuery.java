package io.omnibridge.adapters.providers.connectors.calendar;

import io.omnibridge.adapters.providers.connectors.SearchWords;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes the {@code q} of Calendar's {@code events.list}: free text, of whose signs Google documents none. So signs become spaces,
 * and words are in lower case, in which no language has operators.
 */
final class CalendarQuery {

    /** Signs inside words and addresses. */
    private static final String KEPT = "'@._";

    private CalendarQuery() {}

    /** @param words at least one */
    static String of(List<String> words) {
        return words.stream()
                .map(it -> SearchWords.withoutPunctuation(it.toLowerCase(Locale.ROOT), KEPT))
                .collect(Collectors.joining(" "));
    }
}
