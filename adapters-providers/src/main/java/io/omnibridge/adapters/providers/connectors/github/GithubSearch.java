package io.omnibridge.adapters.providers.connectors.github;

import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.MostUsefulFailure;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.SearchPlans;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Search by the queries that are not at their end, made at the same time. Their results alternate: GitHub's scores of two queries
 * cannot be compared. A query that fails keeps its page and makes the result partial; the search fails if all do.
 */
final class GithubSearch {

    private final GithubQuery words;
    private final GithubPages pages;
    private final int limit;

    private GithubSearch(GithubQuery words, GithubPages pages, int limit) {
        this.words = words;
        this.pages = pages;
        this.limit = limit;
    }

    static ReadPlan<SourcePage> plan(SourceQuery query) {
        Optional<GithubQuery> words = GithubQuery.of(query.query());
        if (words.isEmpty()) {
            return SearchPlans.nothingFound();
        }
        return query.cursor()
                .map(GithubPages::parse)
                .orElseGet(() -> Optional.of(GithubPages.first()))
                .map(pages -> new GithubSearch(words.get(), pages, query.limit()).plan())
                .orElseGet(() -> ReadResults.failed(UseFailure.PROVIDER_ERROR));
    }

    private ReadPlan<SourcePage> plan() {
        return new ReadPlan.Reads<>(pages.kinds().stream().map(this::request).toList(), this::page);
    }

    private ApiRequest request(GithubKind kind) {
        return ApiReads.of("/search/issues")
                .with("q", words.of(kind))
                .with("per_page", limit)
                .with("page", number(kind))
                .get();
    }

    private int number(GithubKind kind) {
        return pages.numbers().getOrDefault(kind, 1);
    }

    private ReadPlan<SourcePage> page(List<ReadResult> results) {
        Map<GithubKind, GithubHits> found = new EnumMap<>(GithubKind.class);
        List<ReadPlan.Failed<GithubHits>> failures = new ArrayList<>();
        List<GithubKind> asked = pages.kinds();
        for (int i = 0; i < asked.size(); i++) {
            GithubKind kind = asked.get(i);
            ReadPlan<GithubHits> hits = ReadResults.json(
                    results.get(i), page -> new ReadPlan.Done<>(GithubHits.of(page, number(kind) * limit)));
            if (hits instanceof ReadPlan.Done<GithubHits> done) {
                found.put(kind, done.value());
            } else {
                failures.add((ReadPlan.Failed<GithubHits>) hits);
            }
        }
        return found.isEmpty() ? MostUsefulFailure.of(failures) : new ReadPlan.Done<>(page(found, !failures.isEmpty()));
    }

    private SourcePage page(Map<GithubKind, GithubHits> found, boolean hasFailed) {
        boolean isPartial =
                hasFailed || !words.isWhole() || found.values().stream().anyMatch(GithubHits::isPartial);
        return new SourcePage(
                GithubHits.alternating(found.values()), next(found).text(), isPartial);
    }

    private GithubPages next(Map<GithubKind, GithubHits> found) {
        Map<GithubKind, Integer> next = new EnumMap<>(pages.numbers());
        found.forEach((kind, hits) -> {
            if (hits.isLast()) {
                next.remove(kind);
            } else {
                next.merge(kind, 1, Integer::sum);
            }
        });
        return new GithubPages(next);
    }
}
