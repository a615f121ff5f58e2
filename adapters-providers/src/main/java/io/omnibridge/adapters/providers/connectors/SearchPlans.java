package io.omnibridge.adapters.providers.connectors;

import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Plans of searches, whatever the source. */
public final class SearchPlans {

    private SearchPlans() {}

    /** Plans a search by the words of a query that a search can look for. Without any of them nothing is found. */
    public static ReadPlan<SourcePage> byWords(SourceQuery query, Function<List<String>, ReadPlan<SourcePage>> search) {
        List<String> words = SearchWords.of(query.query());
        return words.isEmpty() ? nothingFound() : search.apply(words);
    }

    /** Returns a plan that calls nothing and finds nothing. */
    public static ReadPlan<SourcePage> nothingFound() {
        return new ReadPlan.Done<>(new SourcePage(List.of(), Optional.empty(), false));
    }
}
