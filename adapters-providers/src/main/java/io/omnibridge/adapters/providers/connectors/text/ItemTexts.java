package io.omnibridge.adapters.providers.connectors.text;

import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.VisibleText;

/** Makes the text of an item. */
public final class ItemTexts {

    private ItemTexts() {}

    /** Returns plain text as a person sees it. */
    public static ItemText plain(String raw) {
        VisibleText visible = VisibleText.of(raw);
        return cut(visible.text(), visible.removed(), 0);
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
