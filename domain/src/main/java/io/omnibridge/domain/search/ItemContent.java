package io.omnibridge.domain.search;

import java.util.Objects;

/**
 * An item with its text.
 *
 * @param isPartial whether a part of the text could not be read, such as the other messages of a thread
 */
public record ItemContent(FoundItem item, ItemText text, boolean isPartial) {

    public ItemContent {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(text, "text");
    }
}
