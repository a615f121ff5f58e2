package io.omnibridge.adapters.providers.connectors.text;

/** Finds HTML comments, declarations and processing instructions. One without an end hides the rest of the text. */
final class HiddenHtml {

    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private final String text;
    private final int lastCommentEnd;
    private final int lastEnd;

    HiddenHtml(String text) {
        this.text = text;
        this.lastCommentEnd = text.lastIndexOf(COMMENT_END);
        this.lastEnd = text.lastIndexOf('>');
    }

    /** Returns where the next one begins; the length of the text if there is none. */
    int next(int from) {
        for (int at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
            if (end(at) > at) {
                return at;
            }
        }
        return text.length();
    }

    /** Returns where the one that begins at an index ends; the index itself if none begins there. */
    int end(int begin) {
        if (text.startsWith(COMMENT, begin)) {
            int inside = begin + COMMENT.length();
            return inside <= lastCommentEnd ? text.indexOf(COMMENT_END, inside) + COMMENT_END.length() : text.length();
        }
        if (text.startsWith("<!", begin) || text.startsWith("<?", begin)) {
            return begin < lastEnd ? text.indexOf('>', begin) + 1 : text.length();
        }
        return begin;
    }
}
