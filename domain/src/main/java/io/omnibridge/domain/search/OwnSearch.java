package io.omnibridge.domain.search;

import io.omnibridge.domain.identity.UserId;
import java.util.Objects;

/**
 * A user's search, whatever its page: what a cursor belongs to.
 *
 * @param user who searches
 */
public record OwnSearch(UserId user, SearchQuery query, SearchFilters filters) {

    public OwnSearch {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(filters, "filters");
    }
}
