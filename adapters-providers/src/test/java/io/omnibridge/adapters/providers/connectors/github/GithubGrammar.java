package io.omnibridge.adapters.providers.connectors.github;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser of the query language of GitHub's search for issues, as far as a search for words may use it ("Understanding the search
 * syntax", docs.github.com): one {@code is:} qualifier, and texts in quotation marks, without a boolean operator or a parenthesis.
 */
final class GithubGrammar {

    private static final int MAX_LENGTH = 256;
    private static final Pattern QUERY = Pattern.compile("is:(issue|pull-request)((?: \"[^\"\\\\]+\")+)");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");

    private GithubGrammar() {}

    /** Returns whether a query asks for pull requests; an {@link AssertionError} if it is no search for words. */
    static boolean isForPullRequests(String query) {
        return parsed(query).group(1).equals("pull-request");
    }

    /** Returns the words; an {@link AssertionError} if there is anything else. */
    static List<String> words(String query) {
        List<String> words = new ArrayList<>();
        Matcher text = TEXT.matcher(parsed(query).group(2));
        while (text.find()) {
            words.add(text.group(1));
        }
        return words;
    }

    private static Matcher parsed(String query) {
        Matcher matcher = QUERY.matcher(query);
        if (!matcher.matches() || matcher.group(2).strip().length() > MAX_LENGTH) {
            throw new AssertionError("no search for words: " + query);
        }
        return matcher;
    }
}
