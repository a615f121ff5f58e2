package io.omnibridge.adapters.providers.connectors.text;

/**
 * The part of an HTML document that is read. A parser makes up to twelve elements of one tag, so the number of tags bounds its
 * memory.
 *
 * @param isCut whether the document goes on
 */
record HtmlCut(String html, boolean isCut) {

    static final int MAX_DEPTH = 512;
    private static final int MAX_LENGTH = 1_000_000;
    private static final int MAX_TAGS = 30_000;

    static HtmlCut of(String html) {
        int tags = 0;
        int end = Math.min(html.length(), MAX_LENGTH);
        for (int i = html.indexOf('<'); i >= 0 && i < end; i = html.indexOf('<', i + 1)) {
            if (++tags > MAX_TAGS) {
                end = i;
            }
        }
        return new HtmlCut(html.substring(0, end), end < html.length());
    }
}
