package io.omnibridge.domain.search;

import io.omnibridge.domain.InvalidValue;
import java.util.Objects;
import java.util.Optional;

/**
 * A search of one source: one page of what it finds.
 *
 * @param cursor the source's own position, {@link SourcePage#next} of the page before; empty for the first page
 * @param limit the maximum number of items of each query that the connector sends, 1 to {@value #MAX_LIMIT}; the same on all pages
 */
public record SourceQuery(SearchQuery query, Optional<String> cursor, int limit) {

    /** The maximum number of items. */
    public static final int MAX_LIMIT = 50;

    /** @throws InvalidValue if {@code limit} is out of range */
    public SourceQuery {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(cursor, "cursor");
        InvalidValue.unless(limit >= 1 && limit <= MAX_LIMIT, "must be 1 to " + MAX_LIMIT);
    }
}
