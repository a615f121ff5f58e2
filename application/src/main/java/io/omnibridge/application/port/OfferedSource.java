package io.omnibridge.application.port;

import io.omnibridge.domain.source.Source;
import java.util.Objects;
import java.util.Set;

/**
 * A source that a provider offers for search.
 *
 * @param scopes the scopes of which a grant needs one; empty if they are not known
 * @param queries how many queries one search takes, at least 1; each finds up to the limit of the search
 */
public record OfferedSource(Source source, Set<String> scopes, int queries) {

    public OfferedSource {
        Objects.requireNonNull(source, "source");
        scopes = Set.copyOf(scopes);
    }
}
