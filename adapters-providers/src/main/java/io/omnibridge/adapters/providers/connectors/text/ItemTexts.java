package io.omnibridge.adapters.providers.connectors.text;

import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.VisibleText;
import java.util.regex.Pattern;

/** Makes the text of an item. */
public final class ItemTexts {

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");

    private ItemTexts() {}

    /** Returns plain text as a person sees it, with a line feed after each line. */
    public static ItemText plain(String raw) {
        VisibleText visible =
                VisibleText.of(LINE_BREAK.matcher(withoutByteOrderMark(raw)).replaceAll("\n"));
        return cut(visible.text(), visible.removed(), 0);
    }

    private static String withoutByteOrderMark(String raw) {
        return raw.startsWith("\ufeff") ? raw.substring(1) : raw;
    }

    private static ItemText cut(String text, int hiddenTextRemoved, int linksRemoved) {
        if (text.isBlank()) {
            return new ItemText.Missing(ItemText.Missing.Why.NO_TEXT);
        }
        boolean isTruncated = text.codePointCount(0, text.length()) > ItemText.MAX_LENGTH;
        String kept = isTruncated ? text.substring(0, text.offsetByCodePoints(0, ItemText.MAX_LENGTH)) : text;
        return new ItemText.Present(kept, isTruncated, hiddenTextRemoved, linksRemoved);
    }
}
