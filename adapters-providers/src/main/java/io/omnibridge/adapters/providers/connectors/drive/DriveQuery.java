package io.omnibridge.adapters.providers.connectors.drive;

import io.omnibridge.adapters.providers.connectors.SearchWords;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the {@code q} of Drive's {@code files.list}. Each word is one string literal of that language, in which {@code '} and
 * {@code \} are escaped. Inside the literal a word with punctuation is a phrase in quotation marks, so that a sign before it means
 * nothing.
 */
final class DriveQuery {

    private DriveQuery() {}

    /** @param words at least one */
    static String of(List<String> words) {
        return words.stream().map(DriveQuery::clause).collect(Collectors.joining(" and ", "", " and trashed = false"));
    }

    private static String clause(String word) {
        return "fullText contains '" + escaped(SearchWords.isPlain(word) ? word : phrase(word)) + "'";
    }

    private static String phrase(String word) {
        return '"' + word.replaceAll("[\"\\p{Pi}\\p{Pf}\\p{Ps}\\p{Pe}]", " ").strip() + '"';
    }

    private static String escaped(String literal) {
        return literal.replace("\\", "\\\\").replace("'", "\\'");
    }
}
