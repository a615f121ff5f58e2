package io.omnibridge.application.use;

import io.omnibridge.domain.use.UseTarget;
import java.util.Objects;
import java.util.Set;

/**
 * A source that is to be used.
 *
 * @param anyOf the scopes of which the grant needs one; empty if they are not known
 */
public record WantedSource(UseTarget target, Set<String> anyOf) {

    public WantedSource {
        Objects.requireNonNull(target, "target");
        anyOf = Set.copyOf(anyOf);
    }
}
