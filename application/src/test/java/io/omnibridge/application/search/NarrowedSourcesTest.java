package io.omnibridge.application.search;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.application.port.OfferedSource;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.search.SearchFilters;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseTarget;
import io.omnibridge.domain.use.UseVia;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An agent searches as many sources as one search asks, and learns which it did not search. */
class NarrowedSourcesTest {

    private final SearchFixture fixture = new SearchFixture();

    private static AccountKey account(int number) {
        return key(ALICE, FakeSources.provider(Source.GMAIL), "account-" + number);
    }

    private static UseTarget target(int number) {
        return new UseTarget(account(number), Optional.of(Source.GMAIL));
    }

    private static SourceOfAccount own(int number, Optional<Instant> usedAt) {
        return new SourceOfAccount(
                target(number), Optional.empty(), usedAt, new OfferedSource(Source.GMAIL, Set.of(), 1));
    }

    private SearchResult.Found search(int accounts) {
        fixture.sources.have(1, Source.GMAIL);
        IntStream.range(0, accounts).forEach(i -> fixture.link(account(i), FakeSources.SCOPE));
        SearchRequest request =
                new SearchRequest(SearchFixture.QUERY, SearchFilters.ALL, 20, Optional.empty(), UseVia.MCP, REQUEST);
        return assertInstanceOf(SearchResult.Found.class, fixture.search().search(SearchFixture.JWT, request));
    }

    @Test
    void sixteen_sources_are_all_searched() {
        SearchResult.Found found = search(16);

        assertEquals(16, found.sources().size());
        assertEquals(List.of(), found.leftOut());
    }

    @Test
    void of_more_sources_sixteen_are_searched_and_the_others_are_named() {
        SearchResult.Found found = search(18);

        assertEquals(
                IntStream.range(0, 16).mapToObj(NarrowedSourcesTest::target).toList(),
                found.sources().stream().map(SearchedSource::target).toList());
        assertEquals(List.of(target(16), target(17)), found.leftOut());
    }

    @Test
    void the_accounts_that_were_used_last_are_kept_and_the_order_stays() {
        List<SourceOfAccount> own = List.of(
                own(0, Optional.empty()),
                own(1, Optional.of(NOW)),
                own(2, Optional.empty()),
                own(3, Optional.of(NOW.plusSeconds(60))),
                own(4, Optional.of(NOW.minusSeconds(60))));

        NarrowedSources narrowed = NarrowedSources.of(own, 3);

        assertEquals(List.of(own.get(1), own.get(3), own.get(4)), narrowed.asked());
        assertEquals(List.of(target(0), target(2)), narrowed.leftOut());
        assertEquals(
                List.of(own.get(0), own.get(1), own.get(3), own.get(4)),
                NarrowedSources.of(own, 4).asked());
    }
}
