package io.omnibridge.adapters.providers.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.JsonLists;
import io.omnibridge.domain.search.FoundItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One page of what one query found.
 *
 * @param isLast whether GitHub gives no page behind it
 * @param isPartial whether GitHub stopped before it had looked everywhere, or has more than it gives
 */
record GithubHits(List<FoundItem> items, boolean isLast, boolean isPartial) {

    /** GitHub gives no more results of a query than this. */
    static final int MAX_RESULTS = 1_000;

    /** @param upTo how many results the pages up to this one have, if all are full */
    static GithubHits of(JsonNode page, int upTo) {
        List<FoundItem> items = JsonLists.required(page, "/items", GithubIssue::item);
        int total = page.path("total_count").asInt();
        boolean isLast =
                upTo >= Math.min(total, MAX_RESULTS) || page.path("items").isEmpty();
        boolean isCut = isLast && total > MAX_RESULTS;
        return new GithubHits(
                items, isLast, isCut || page.path("incomplete_results").asBoolean());
    }

    /** Returns the items of several queries in turns. */
    static List<FoundItem> alternating(Collection<GithubHits> queries) {
        List<FoundItem> items = new ArrayList<>();
        int longest = queries.stream().mapToInt(it -> it.items.size()).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (GithubHits query : queries) {
                if (i < query.items.size()) {
                    items.add(query.items.get(i));
                }
            }
        }
        return items;
    }
}
