package io.omnibridge.adapters.providers.connectors.text;

import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.MissingTextReason;
import io.omnibridge.domain.search.VisibleText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the text of an item: what a person sees of it, without links that carry a permission. What an agent reads is what the
 * user would read. Thread-safe.
 */
public final class ItemTexts {

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");

    private ItemTexts() {}

    /** Returns plain text as a person sees it, with a line feed after each line. */
    public static ItemText plain(String raw) {
        String lines = LINE_BREAK.matcher(withoutByteOrderMark(raw)).replaceAll("\n");
        return text(new RawText(lines, 0, 0, false));
    }

    /**
     * Returns the text of an HTML document as a browser shows it without its style sheets: one line for each block, and the URL
     * behind the text of a link. Elements that inline styles or attributes hide are removed and counted, as are comments. Takes
     * time and memory in proportion to the part that is read: the first million characters, up to its 30,000th tag.
     */
    public static ItemText html(String raw) {
        return text(HtmlText.of(withoutByteOrderMark(raw)));
    }

    /** Returns several texts as one, with an empty line between two of them. */
    public static ItemText join(List<ItemText> texts) {
        List<ItemText.Present> present = texts.stream()
                .filter(ItemText.Present.class::isInstance)
                .map(ItemText.Present.class::cast)
                .toList();
        if (present.isEmpty()) {
            return texts.isEmpty() ? new ItemText.Missing(MissingTextReason.NO_TEXT) : texts.get(0);
        }
        return cut(
                present.stream().map(ItemText.Present::text).collect(Collectors.joining("\n\n")),
                present.stream().mapToInt(ItemText.Present::hiddenTextRemoved).sum(),
                present.stream().mapToInt(ItemText.Present::linksRemoved).sum(),
                present.stream().anyMatch(ItemText.Present::isTruncated));
    }

    private static String withoutByteOrderMark(String raw) {
        return raw.startsWith("\ufeff") ? raw.substring(1) : raw;
    }

    private static ItemText text(RawText raw) {
        VisibleText visible = VisibleText.of(raw.text());
        PlainLinks links = PlainLinks.of(visible.text());
        return cut(
                links.text(),
                raw.hiddenTextRemoved() + visible.removed(),
                raw.linksRemoved() + links.removed(),
                raw.isTruncated());
    }

    private static ItemText cut(String text, int hiddenTextRemoved, int linksRemoved, boolean isTruncated) {
        if (text.isBlank()) {
            return new ItemText.Missing(isTruncated ? MissingTextReason.TOO_LARGE : MissingTextReason.NO_TEXT);
        }
        boolean isLonger = text.codePointCount(0, text.length()) > ItemText.MAX_LENGTH;
        String kept = isLonger ? text.substring(0, text.offsetByCodePoints(0, ItemText.MAX_LENGTH)) : text;
        return new ItemText.Present(kept, isTruncated || isLonger, hiddenTextRemoved, linksRemoved);
    }
}
