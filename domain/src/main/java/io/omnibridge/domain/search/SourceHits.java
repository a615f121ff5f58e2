package io.omnibridge.domain.search;

import io.omnibridge.domain.use.UseTarget;
import java.util.List;
import java.util.Objects;

/**
 * What one source found for a page.
 *
 * @param target the account and source
 * @param items the best first
 */
public record SourceHits(UseTarget target, List<FoundItem> items) {

    public SourceHits {
        Objects.requireNonNull(target, "target");
        items = List.copyOf(items);
    }
}
