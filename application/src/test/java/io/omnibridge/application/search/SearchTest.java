package io.omnibridge.application.search;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.search.SearchFixture.JWT;
import static io.omnibridge.application.search.SearchFixture.ids;
import static io.omnibridge.application.search.SearchFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.search.SearchFilters;
import io.omnibridge.domain.search.SearchQuery;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseOutcome;
import io.omnibridge.domain.use.UseTarget;
import io.omnibridge.domain.use.UseVia;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SearchTest {

    private final SearchFixture fixture = new SearchFixture();
    private final FakeSources sources = fixture.sources;

    @Test
    void all_sources_are_asked_at_once_and_fused() {
        sources.have(1, Source.GMAIL, Source.DRIVE, Source.SLACK);
        fixture.link(Source.GMAIL, Source.DRIVE, Source.SLACK);

        SearchResult.Found found = fixture.found();

        assertEquals("drive0 gmail0 slack0", ids(found));
        assertEquals("GMAIL:OK:1 DRIVE:OK:1 SLACK:PARTIAL:1", rows(found));
        assertEquals(Optional.empty(), found.nextCursor());
    }

    @Test
    @Tag("U4")
    void one_receipt_of_all_sources_precedes_the_calls() {
        sources.have(1, Source.GMAIL, Source.DRIVE);
        fixture.link(Source.GMAIL, Source.DRIVE);
        sources.answers.put(Source.GMAIL, path -> {
            assertEquals(1, fixture.receipts.size());
            return FakeSources.ok();
        });

        assertEquals("drive0 gmail0", ids(fixture.found()));
        assertEquals(UseKind.SEARCH, fixture.receipts.get(0).use().kind());
        assertEquals(
                List.of(Optional.of(Source.GMAIL), Optional.of(Source.DRIVE)),
                fixture.receipts.get(0).use().targets().stream()
                        .map(UseTarget::source)
                        .toList());
        assertEquals(1, fixture.receipts.size());
    }

    @Test
    @Tag("U4")
    void nothing_is_called_if_the_receipt_is_not_stored() {
        sources.have(1, Source.GMAIL);
        fixture.link(Source.GMAIL);
        doThrow(new StoreUnavailable("down")).when(fixture.useLog).append(any(), any());

        assertThrows(StoreUnavailable.class, fixture::found);
        assertEquals(List.of(), sources.calls);
    }

    @Test
    void each_read_is_matched_once() {
        sources.have(1, Source.GMAIL, Source.DRIVE);
        fixture.link(Source.GMAIL, Source.DRIVE);

        assertEquals("drive0 gmail0", ids(fixture.found()));
        assertEquals(2, sources.matched.size());
    }

    @Test
    void a_caller_who_may_not_read_data_is_refused() {
        DataCaller caller = new DataCaller(caller(ALICE, Permission.READ_ACCOUNTS), Optional.empty());

        assertEquals(
                new SearchResult.Refused(new UseRefusal.NotPermitted()),
                fixture.find(caller, SearchFilters.ALL, Optional.empty()));
    }

    @Test
    void without_accounts_nothing_is_found_and_nothing_is_pretended() {
        SearchResult.Found found = fixture.found();

        assertEquals("", ids(found));
        assertEquals("", rows(found));
        assertEquals(List.of(), fixture.receipts);
    }

    @Test
    @Tag("F14")
    void a_source_that_fails_leaves_the_others_alone() {
        sources.have(1, Source.values());
        fixture.link(Source.GMAIL, Source.DRIVE, Source.CALENDAR, Source.GITHUB, Source.NOTION, Source.OUTLOOK);
        fixture.link(key(ALICE, FakeSources.provider(Source.ONEDRIVE), "work"), "other");
        sources.answers.put(Source.GMAIL, path -> new ApiReadResult.Failed(UseFailure.PROVIDER_TIMEOUT));
        sources.answers.put(Source.DRIVE, path -> new ApiReadResult.LimitReached("drive", Duration.ofSeconds(30)));
        sources.answers.put(Source.CALENDAR, path -> new ApiReadResult.Failed(UseFailure.RESPONSE_TOO_LARGE));
        sources.answers.put(
                Source.GITHUB,
                path -> new ApiReadResult.Unauthorized(
                        new ApiReadResult.Response(401, Map.of(), FakeSources.body("refused"))));
        sources.answers.put(Source.NOTION, path -> {
            throw new IllegalStateException("a mistake");
        });
        when(fixture.store.markNeedsReconnect(any(), any(), any())).thenReturn(true);

        SearchResult.Found found = fixture.found();

        assertEquals("outlook0", ids(found));
        assertEquals(
                "GMAIL:TIMEOUT:0 DRIVE:RATE_LIMITED:0 CALENDAR:ERROR:0 GITHUB:NEEDS_RECONNECT:0 NOTION:ERROR:0"
                        + " OUTLOOK:OK:1 ONEDRIVE:NOT_GRANTED:0",
                rows(found));
        assertEquals(Optional.of(NOW.plusSeconds(30)), found.sources().get(1).retryAt());
        assertEquals(1, fixture.receipts.size());
    }

    @Test
    @Tag("F14")
    void a_connector_with_a_mistake_fails_alone_and_is_told() {
        sources.have(1, Source.GMAIL);
        fixture.link(Source.GMAIL);
        sources.isThrowing = true;

        assertEquals("GMAIL:ERROR:0", rows(fixture.found()));
        verify(fixture.events).broken(any(), any());
        assertEquals(
                Optional.of(UseFailure.INTERNAL_ERROR), fixture.receipts.get(1).reason());
    }

    @Test
    void a_source_whose_reads_the_operator_did_not_list_is_not_configured_and_the_operator_is_told() {
        sources.have(1, Source.GMAIL);
        fixture.link(Source.GMAIL);
        sources.isListed = false;

        assertEquals("GMAIL:NOT_CONFIGURED:0", rows(fixture.found()));
        verify(fixture.events).unlisted(FakeSources.provider(Source.GMAIL), "Another read is listed.");
        assertEquals(List.of(), sources.calls);
    }

    @Test
    @Tag("F14")
    void a_source_that_does_not_answer_is_given_up_at_the_deadline() {
        sources.have(1, Source.GMAIL);
        fixture.link(Source.GMAIL);
        fixture.threads = task -> {};
        fixture.timeout = Duration.ofMillis(20);

        assertEquals("GMAIL:TIMEOUT:0", rows(fixture.found()));
    }

    @Test
    void a_search_of_which_nothing_came_leaves_a_second_receipt() {
        sources.have(1, Source.GMAIL);
        fixture.link(Source.GMAIL);
        sources.answers.put(Source.GMAIL, path -> new ApiReadResult.Failed(UseFailure.PROVIDER_UNAVAILABLE));

        assertEquals("GMAIL:ERROR:0", rows(fixture.found()));
        assertEquals(UseOutcome.FAILED, fixture.receipts.get(1).outcome());
        assertEquals(
                Optional.of(UseFailure.PROVIDER_UNAVAILABLE),
                fixture.receipts.get(1).reason());
    }

    @Test
    void a_source_whose_limit_is_known_to_be_reached_is_not_asked_and_leaves_no_receipt() {
        sources.have(1, Source.GMAIL);
        fixture.link(Source.GMAIL);
        sources.answers.put(Source.GMAIL, path -> new ApiReadResult.LimitReached("gmail", Duration.ofSeconds(30)));
        fixture.found();
        fixture.receipts.clear();
        sources.calls.clear();

        SearchResult.Found found = fixture.found();

        assertEquals("GMAIL:RATE_LIMITED:0", rows(found));
        assertEquals(Optional.of(NOW.plusSeconds(30)), found.sources().get(0).retryAt());
        assertEquals(List.of(), sources.calls);
        assertEquals(List.of(), fixture.receipts);
    }

    @Test
    void filters_choose_sources_providers_and_accounts() {
        sources.have(1, Source.GMAIL, Source.DRIVE);
        fixture.link(Source.GMAIL, Source.DRIVE);
        fixture.link(key(ALICE, FakeSources.provider(Source.GMAIL), "home"), FakeSources.SCOPE);

        assertEquals("DRIVE:OK:1", rows(filtered(new SearchFilters(Set.of(Source.DRIVE), Set.of(), Set.of()))));
        assertEquals(
                "GMAIL:OK:1 GMAIL:OK:1",
                rows(filtered(new SearchFilters(Set.of(), Set.of(FakeSources.provider(Source.GMAIL)), Set.of()))));
        assertEquals(
                "GMAIL:OK:1",
                rows(filtered(new SearchFilters(Set.of(), Set.of(), Set.of(new ProviderAccountId("home"))))));
    }

    private SearchResult.Found filtered(SearchFilters filters) {
        return (SearchResult.Found) fixture.find(JWT, filters, Optional.empty());
    }

    @Test
    void the_sources_share_the_limit_and_github_counts_twice() {
        sources.have(1, Source.GMAIL, Source.GITHUB, Source.DRIVE);
        fixture.link(Source.GMAIL, Source.GITHUB, Source.DRIVE);

        fixture.found();

        assertEquals(List.of(5, 5, 5), sources.limits);
    }

    @Test
    void a_search_asks_at_most_sixteen_sources() {
        sources.have(1, Source.GMAIL);
        for (int i = 0; i < 17; i++) {
            fixture.link(key(ALICE, FakeSources.provider(Source.GMAIL), "account-" + i), FakeSources.SCOPE);
        }

        assertEquals(new SearchResult.TooManySources(17, 16), fixture.find(JWT, SearchFilters.ALL, Optional.empty()));
        assertEquals(List.of(), fixture.receipts);
    }

    @Test
    @Tag("A21")
    void one_user_has_a_few_searches_at_a_time() {
        sources.have(1, Source.GMAIL);
        fixture.link(Source.GMAIL);
        fixture.inFlight.tryEnter(ALICE);
        CallPermit second = fixture.inFlight.tryEnter(ALICE).orElseThrow();

        assertEquals(
                new SearchResult.Refused(new UseRefusal.Busy()),
                fixture.find(JWT, SearchFilters.ALL, Optional.empty()));
        assertEquals(List.of(), fixture.receipts);

        second.close();
        assertEquals("GMAIL:OK:1", rows(fixture.found()));
        assertEquals("GMAIL:OK:1", rows(fixture.found()), "a search that ended leaves its place");
    }

    @Test
    void a_cursor_of_another_search_is_refused() {
        sources.have(2, Source.GMAIL);
        fixture.link(Source.GMAIL);
        Optional<String> cursor = fixture.found().nextCursor();
        SearchRequest other = new SearchRequest(
                new SearchQuery("other"),
                SearchFilters.ALL,
                20,
                cursor,
                UseVia.HTTP,
                SearchFixture.request(SearchFilters.ALL, cursor).requestId());

        assertEquals(new SearchResult.InvalidCursor(), fixture.search().search(JWT, other));
        assertEquals(
                new SearchResult.InvalidCursor(), fixture.find(JWT, SearchFilters.ALL, Optional.of("cursor-of-mine")));
        assertEquals(1, fixture.receipts.size());
    }

    @Test
    void only_sources_with_more_are_asked_for_the_next_page() {
        sources.have(3, Source.GMAIL);
        sources.have(1, Source.DRIVE);
        fixture.link(Source.GMAIL, Source.DRIVE);

        SearchResult.Found second = fixture.found(fixture.found().nextCursor());
        SearchResult.Found third = fixture.found(second.nextCursor());

        assertEquals("gmail1", ids(second));
        assertEquals("GMAIL:OK:1", rows(second));
        assertEquals("gmail2", ids(third));
        assertEquals(Optional.empty(), third.nextCursor());
        assertEquals(Arrays.asList(10, 10, 10, 10), sources.limits);
    }

    @Test
    void an_account_that_was_unlinked_between_two_pages_is_left_out() {
        sources.have(2, Source.GMAIL);
        fixture.link(Source.GMAIL);
        Optional<String> cursor = fixture.found().nextCursor();
        when(fixture.store.find(any())).thenReturn(Optional.empty());

        SearchResult.Found second = fixture.found(cursor);

        assertEquals("GMAIL:ERROR:0", rows(second));
        assertEquals(Optional.empty(), second.nextCursor());
    }

    @Test
    void a_source_that_fails_on_three_pages_in_a_row_is_given_up() {
        sources.have(2, Source.GMAIL);
        fixture.link(Source.GMAIL);
        sources.answers.put(Source.GMAIL, path -> new ApiReadResult.Failed(UseFailure.PROVIDER_TIMEOUT));

        Optional<String> second = fixture.found().nextCursor();
        Optional<String> third = fixture.found(second).nextCursor();

        assertEquals(true, third.isPresent());
        assertEquals(Optional.empty(), fixture.found(third).nextCursor());
    }
}
