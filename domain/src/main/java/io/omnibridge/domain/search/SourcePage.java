package io.omnibridge.domain.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of what a source found.
 *
 * @param items the best first, as the source ranks them; may be empty also before the last page
 * @param next the source's own position of the next page, never a URL; empty on the last page
 * @param isPartial whether the source said that it did not look everywhere, or one of several queries failed
 */
public record SourcePage(List<FoundItem> items, Optional<String> next, boolean isPartial) {

    public SourcePage {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }
}
