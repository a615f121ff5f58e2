package io.omnibridge.adapters.providers.connectors.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser of the query language of Slack's search, as far as a search for words may use it ("Search in Slack", slack.com/help): phrases
 * in quotation marks, in which nothing stands for any text, or for a user or a channel.
 */
final class SlackGrammar {

    private static final Pattern PHRASE = Pattern.compile("\"([^\"\u201c\u201d*<>]+)\"(?: |$)");

    private SlackGrammar() {}

    /** Returns the words; an {@link AssertionError} if there is anything else. */
    static List<String> words(String query) {
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
