package io.omnibridge.adapters.providers.connectors.gmail;

import io.omnibridge.adapters.providers.connectors.SearchWords;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the {@code q} of Gmail's {@code messages.list}, which has the language of Gmail's search box. Each word is a phrase in
 * quotation marks, in which operators such as {@code from:}, {@code OR} and {@code AROUND} are words. Signs that mean something
 * there become spaces: Gmail takes a phrase apart at them anyway.
 */
final class GmailQuery {

    /** Signs inside words that are no operators. */
    private static final String KEPT = "'@._&$%#";

    private GmailQuery() {}

    /** @param words at least one, each with a letter, a digit or a symbol */
    static String of(List<String> words) {
        return words.stream()
                .map(it -> '"' + SearchWords.withoutPunctuation(it, KEPT) + '"')
                .collect(Collectors.joining(" "));
    }
}
