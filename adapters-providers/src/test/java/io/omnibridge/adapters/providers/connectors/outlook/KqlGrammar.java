package io.omnibridge.adapters.providers.connectors.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser of Graph's {@code $search} of messages, as far as a search for words may use it: one pair of quotation marks, in which
 * {@code \"} and {@code \\} are escapes ("Use the $search query parameter", learn.microsoft.com/graph), around phrases of the Keyword
 * Query Language ("KQL syntax reference").
 */
final class KqlGrammar {

    private static final Pattern VALUE = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])+)\"");
    private static final Pattern PHRASE = Pattern.compile("\"([^\"\u201c\u201d*\\\\]+)\"(?: |$)");

    private KqlGrammar() {}

    /** Returns the words; an {@link AssertionError} if there is anything else. */
    static List<String> words(String search) {
        Matcher value = VALUE.matcher(search);
        if (!value.matches()) {
            throw new AssertionError("not one quoted value: " + search);
        }
        String query = value.group(1).replaceAll("\\\\(.)", "$1");
        List<String> words = new ArrayList<>();
        Matcher phrase = PHRASE.matcher(query);
        int from = 0;
        while (phrase.find(from) && phrase.start() == from) {
            words.add(phrase.group(1));
            from = phrase.end();
            if (from == query.length()) {
                return words;
            }
        }
        throw new AssertionError("no search for words: " + query);
    }
}
