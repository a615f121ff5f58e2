package io.omnibridge.adapters.store.scan;

import io.omnibridge.application.port.ScanPage;
import java.util.List;
import java.util.Optional;

/**
 * Row that a scan found.
 *
 * @param at cursor of the row
 * @param item empty if the row cannot be read
 */
public record ScanItem<T>(DecodedCursor at, Optional<T> item) {

    /**
     * Returns the page of rows that were found in the order of their keys. It is the last one if it has fewer rows than {@code limit}.
     *
     * @param limit how many rows were requested
     */
    public static <T> ScanPage<T> page(List<ScanItem<T>> found, int limit) {
        List<T> items =
                found.stream().map(ScanItem::item).flatMap(Optional::stream).toList();
        boolean last = found.size() < limit;
        return new ScanPage<>(
                items,
                found.size() - items.size(),
                last
                        ? Optional.empty()
                        : Optional.of(found.get(found.size() - 1).at().printable()));
    }
}
