package io.omnibridge.domain.search;

import io.omnibridge.domain.use.UseTarget;
import java.util.Objects;

/**
 * Names one item. Clients receive it sealed, so no client can make one, and one user's opens nothing of another's.
 *
 * @param target the account and source that found it; it has a source
 * @param id the source's own id
 */
public record ItemRef(UseTarget target, String id) {

    public ItemRef {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(id, "id");
    }
}
