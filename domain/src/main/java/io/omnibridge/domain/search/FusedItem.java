package io.omnibridge.domain.search;

import io.omnibridge.domain.use.UseTarget;
import java.util.Objects;

/** An item in the common order of several sources. */
public record FusedItem(UseTarget target, FoundItem item) {

    public FusedItem {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(item, "item");
    }
}
