package io.omnibridge.adapters.providers.connectors.text;

import io.omnibridge.adapters.providers.scrub.CapabilityUrls;
import java.util.regex.Pattern;

/**
 * Plain text with {@value #REMOVED} in the place of URLs that carry a permission, such as signed ones.
 *
 * @param removed how many URLs were removed
 */
record PlainLinks(String text, int removed) {

    static final String REMOVED = "[link removed]";

    /** What ends a URL in a text, besides white space. */
    private static final String ENDS = "\"<>`";

    private static final Pattern URL_LIKE = Pattern.compile("(?i)//|%2f%2f|[?&]|^www\\.|\\.[a-z]{2,}/");

    static PlainLinks of(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int removed = 0;
        int from = 0;
        while (from < raw.length()) {
            int to = from;
            while (to < raw.length() && !isEnd(raw.charAt(to))) {
                to++;
            }
            String word = raw.substring(from, to);
            boolean isRemoved = isCapability(word);
            removed += isRemoved ? 1 : 0;
            text.append(isRemoved ? replaced(word) : word);
            if (to < raw.length()) {
                text.append(raw.charAt(to));
            }
            from = to + 1;
        }
        return new PlainLinks(text.toString(), removed);
    }

    private static boolean isEnd(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || ENDS.indexOf(character) >= 0;
    }

    private static boolean isCapability(String word) {
        return (word.indexOf('=') >= 0 || word.indexOf('%') >= 0)
                && URL_LIKE.matcher(word).find()
                && CapabilityUrls.isOne(word);
    }

    /** Keeps what stands before the URL, such as a bracket of Markdown. */
    private static String replaced(String word) {
        int opening = word.indexOf('(') + 1;
        boolean isMarkdown = opening > 0 && word.lastIndexOf("](", opening) >= 0;
        return (isMarkdown ? word.substring(0, opening) : "") + REMOVED + (isMarkdown && word.endsWith(")") ? ")" : "");
    }
}
