package io.omnibridge.adapters.providers.connectors.text;

import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.MissingTextReason;
import java.util.regex.Pattern;

/**
 * Markdown without what no renderer shows: HTML comments, declarations and processing instructions, and definitions of link
 * references, which are a common way to write a comment (CommonMark §4.6, §4.7, §6.6). They are removed inside code too: what a
 * renderer takes for code can be forged. Takes time in proportion to the length.
 *
 * @param removed how many pieces were removed
 */
public record VisibleMarkdown(String text, int removed) {

    /** A link reference definition on one line. A footnote, {@code [^1]:}, is shown. */
    private static final Pattern DEFINITION =
            Pattern.compile("[ \\t>]{0,20}\\[(?!\\^)[^\\]\\[]{1,999}]:[ \\t]*(?:<[^<>]*>|\\S+)"
                    + "(?:[ \\t]+(?:\"[^\"]*\"|'[^']*'|\\([^)]*\\)))?[ \\t\\r]*");

    /** Returns {@code raw} without what is hidden. */
    public static VisibleMarkdown of(String raw) {
        StringBuilder visible = new StringBuilder(raw.length());
        HiddenHtml hidden = new HiddenHtml(raw);
        int removed = 0;
        int at = 0;
        for (int begin = hidden.next(0); begin < raw.length(); begin = hidden.next(at)) {
            visible.append(raw, at, begin);
            at = hidden.end(begin);
            removed++;
        }
        return withoutDefinitions(visible.append(raw, at, raw.length()).toString(), removed);
    }

    private static VisibleMarkdown withoutDefinitions(String markdown, int removedBefore) {
        StringBuilder visible = new StringBuilder(markdown.length());
        int removed = removedBefore;
        for (String line : markdown.split("(?<=\n)", -1)) {
            if (DEFINITION.matcher(line.stripTrailing()).matches()) {
                removed++;
            } else {
                visible.append(line);
            }
        }
        return new VisibleMarkdown(visible.toString(), removed);
    }

    /** Returns it as the text of an item. */
    public ItemText item() {
        return ItemTexts.plain(text) instanceof ItemText.Present present
                ? new ItemText.Present(
                        present.text(),
                        present.isTruncated(),
                        present.hiddenTextRemoved() + removed,
                        present.linksRemoved())
                : new ItemText.Missing(MissingTextReason.NO_TEXT);
    }
}
