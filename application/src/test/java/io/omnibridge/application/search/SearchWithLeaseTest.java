package io.omnibridge.application.search;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.search.SearchFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.verify;

import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.application.use.LeaseRestriction;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.search.SearchFilters;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N1")
class SearchWithLeaseTest {

    private static final AccountKey GMAIL = key(ALICE, FakeSources.provider(Source.GMAIL), "work");
    private static final AccountKey DRIVE = key(ALICE, FakeSources.provider(Source.DRIVE), "work");

    private final SearchFixture fixture = new SearchFixture().link(Source.GMAIL, Source.DRIVE);

    SearchWithLeaseTest() {
        fixture.sources.have(2, Source.GMAIL, Source.DRIVE);
    }

    private DataCaller lease(UseKind kind, Optional<Set<Source>> sources, AccountKey... accounts) {
        return fixture.lease(
                new LeaseTerms("agent", sources, List.of(accounts), Set.of(kind), NOW.plusSeconds(60), 10));
    }

    private SearchResult find(DataCaller caller, SearchFilters filters) {
        return fixture.find(caller, filters, Optional.empty());
    }

    @Test
    void a_search_finds_what_the_lease_opens_and_counts_once() {
        DataCaller caller = lease(UseKind.SEARCH, Optional.empty(), GMAIL);

        assertEquals("GMAIL:OK:1", rows((SearchResult.Found) find(caller, SearchFilters.ALL)));
        verify(fixture.useLog).append(any(), eq(Optional.of(new LeaseCount(SearchFixture.LEASE, 10))));
        assertEquals(
                Optional.of(SearchFixture.LEASE), fixture.receipts.get(0).use().lease());
    }

    @Test
    void the_named_sources_of_a_lease_are_kept() {
        DataCaller caller = lease(UseKind.SEARCH, Optional.of(Set.of(Source.DRIVE)), GMAIL, DRIVE);

        assertEquals("DRIVE:OK:1", rows((SearchResult.Found) find(caller, SearchFilters.ALL)));
    }

    @Test
    void what_the_lease_does_not_open_is_refused_and_not_called() {
        SearchFilters drive = new SearchFilters(Set.of(Source.DRIVE), Set.of(), Set.of());

        assertEquals(outside(LeaseRestriction.ACCOUNT), find(lease(UseKind.SEARCH, Optional.empty(), GMAIL), drive));
        assertEquals(
                outside(LeaseRestriction.SOURCE),
                find(lease(UseKind.SEARCH, Optional.of(Set.of(Source.GMAIL)), GMAIL, DRIVE), drive));
        assertEquals(
                outside(LeaseRestriction.KIND), find(lease(UseKind.API, Optional.empty(), GMAIL), SearchFilters.ALL));
        assertEquals(List.of(), fixture.receipts);
        assertEquals(List.of(), fixture.sources.calls);
    }

    private static SearchResult outside(LeaseRestriction term) {
        return new SearchResult.Refused(new UseRefusal.OutsideLease(term));
    }

    @Test
    void a_cursor_does_not_widen_a_lease() {
        Optional<String> cursor = fixture.found().nextCursor();
        DataCaller caller = lease(UseKind.SEARCH, Optional.empty(), GMAIL);

        assertEquals("GMAIL:OK:1", rows((SearchResult.Found) fixture.find(caller, SearchFilters.ALL, cursor)));
    }

    @Test
    void a_race_for_the_last_use_is_decided_by_the_store() {
        DataCaller caller = lease(UseKind.SEARCH, Optional.empty(), GMAIL);
        doReturn(new AppendResult.LeaseOver(LeaseEnd.USES)).when(fixture.useLog).append(any(), any());

        assertEquals(
                new SearchResult.Refused(new UseRefusal.LeaseOver(LeaseEnd.USES, Optional.empty())),
                find(caller, SearchFilters.ALL));
        assertEquals(List.of(), fixture.sources.calls);
    }

    @Test
    void a_list_of_sources_shows_what_the_lease_opens_whatever_its_kinds_are() {
        DataCaller caller = lease(UseKind.API, Optional.empty(), DRIVE);
        ListSourcesResult.Listed listed =
                (ListSourcesResult.Listed) fixture.listSources().list(caller);

        assertEquals(
                List.of(DRIVE),
                listed.sources().stream().map(it -> it.target().account()).toList());
    }
}
