package io.omnibridge.adapters.store.scan;

import io.omnibridge.application.port.ScanPage;
import java.util.List;
import java.util.Optional;

/**
 * Something that a sweep met.
 *
 * @param at where it is
 * @param item empty when it is not as OmniBridge writes it
 */
public record ScanItem<T>(DecodedCursor at, Optional<T> item) {

    /**
     * The page of what was met in the order of the key. It is the last one where there was less than asked for.
     *
     * @param limit how much was asked for
     */
    public static <T> ScanPage<T> page(List<ScanItem<T>> met, int limit) {
        List<T> items =
                met.stream().map(ScanItem::item).flatMap(Optional::stream).toList();
        boolean last = met.size() < limit;
        return new ScanPage<>(
                items,
                met.size() - items.size(),
                last
                        ? Optional.empty()
                        : Optional.of(met.get(met.size() - 1).at().printable()));
    }
}
