package io.omnibridge.application.search;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.search.SearchFilters;
import io.omnibridge.domain.search.SearchQuery;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.use.UseVia;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of a search.
 *
 * @param limit about how many items, 1 to 50; only the first page looks at it
 * @param cursor {@link SearchResult.Found#nextCursor} of the page before; empty for the first page
 */
public record SearchRequest(
        SearchQuery query, SearchFilters filters, int limit, Optional<String> cursor, UseVia via, RequestId requestId) {

    /** The limit of a client that names none. */
    public static final int DEFAULT_LIMIT = 20;

    /** @throws InvalidValue if {@code limit} is out of range */
    public SearchRequest {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(filters, "filters");
        Objects.requireNonNull(cursor, "cursor");
        Objects.requireNonNull(via, "via");
        Objects.requireNonNull(requestId, "requestId");
        InvalidValue.unless(limit >= 1 && limit <= SourceQuery.MAX_LIMIT, "must be 1 to " + SourceQuery.MAX_LIMIT);
    }

    /** Returns whether sources beyond the limit of one search are left out: an agent's tool has no filters to choose some by. */
    boolean isNarrowed() {
        return via == UseVia.MCP;
    }
}
