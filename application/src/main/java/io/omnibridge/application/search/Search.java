package io.omnibridge.application.search;

import io.omnibridge.application.port.ResultSealer;
import io.omnibridge.application.port.SourceConnectors;
import io.omnibridge.application.use.AdmitResult;
import io.omnibridge.application.use.AdmittedCaller;
import io.omnibridge.application.use.CheckedSource;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.application.use.Deadline;
import io.omnibridge.application.use.PlannedSource;
import io.omnibridge.application.use.ReadySource;
import io.omnibridge.application.use.SourceResult;
import io.omnibridge.application.use.SourcesResult;
import io.omnibridge.application.use.UseSources;
import io.omnibridge.domain.search.Fusion;
import io.omnibridge.domain.search.ItemRef;
import io.omnibridge.domain.search.OwnSearch;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourcePosition;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Searches all sources that a caller chose at once, live, under the permissions of the caller's own accounts. Every source has its
 * own result, within one deadline; none fails another or hides it. Thread-safe.
 */
public final class Search {

    private final OwnSources ownSources;
    private final UseSources useSources;
    private final SourceConnectors connectors;
    private final ResultSealer sealer;
    private final SearchClock clock;

    public Search(
            OwnSources ownSources,
            UseSources useSources,
            SourceConnectors connectors,
            ResultSealer sealer,
            SearchClock clock) {
        this.ownSources = Objects.requireNonNull(ownSources);
        this.useSources = Objects.requireNonNull(useSources);
        this.connectors = Objects.requireNonNull(connectors);
        this.sealer = Objects.requireNonNull(sealer);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Returns one page: the next page of each source, in one order.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond; no call left
     */
    public SearchResult search(DataCaller caller, SearchRequest request) {
        Deadline end = clock.deadline();
        AdmitResult admission = useSources.admit(caller, UseKind.SEARCH);
        if (!(admission instanceof AdmitResult.Admitted admitted)) {
            return new SearchResult.Refused(((AdmitResult.Refused) admission).refusal());
        }
        List<SourceOfAccount> chosen = ownSources.of(admitted.caller().user()).stream()
                .filter(it -> request.filters().choose(it.target()))
                .toList();
        List<SourceOfAccount> allowed = chosen.stream()
                .filter(it -> admitted.caller().mayUse(it.target()))
                .toList();
        if (allowed.isEmpty() && !chosen.isEmpty()) {
            return new SearchResult.Refused(
                    admitted.caller().refusal(chosen.get(0).target()).orElseThrow());
        }
        if (allowed.size() > Use.MAX_TARGETS && !request.isNarrowed()) {
            return new SearchResult.TooManySources(allowed.size(), Use.MAX_TARGETS);
        }
        NarrowedSources narrowed = NarrowedSources.of(allowed, Use.MAX_TARGETS);
        return round(admitted.caller(), request, narrowed.asked())
                .map(round -> asked(admitted.caller(), request, round, end))
                .map(result ->
                        result instanceof SearchResult.Found found ? found.leavingOut(narrowed.leftOut()) : result)
                .orElseGet(SearchResult.InvalidCursor::new);
    }

    /** Returns the sources of this page, checked; empty if the cursor does not open. */
    private Optional<SearchRound> round(AdmittedCaller caller, SearchRequest request, List<SourceOfAccount> allowed) {
        Optional<List<SourcePosition>> positions = request.cursor().isEmpty()
                ? Optional.of(List.of())
                : sealer.positions(search(caller, request), request.cursor().get());
        return positions.map(it -> {
            List<SourceOfAccount> live = request.cursor().isEmpty() ? allowed : SearchRound.live(allowed, it);
            List<CheckedSource> checked = useSources.check(
                    caller, live.stream().map(SourceOfAccount::wanted).toList());
            return request.cursor().isEmpty()
                    ? SearchRound.first(live, checked, request.limit())
                    : SearchRound.next(live, checked, it);
        });
    }

    private SearchResult asked(AdmittedCaller caller, SearchRequest request, SearchRound round, Deadline end) {
        List<PlannedSource<SourcePage>> planned =
                round.ready().stream().map(it -> planned(request, it)).toList();
        if (planned.isEmpty()) {
            return found(caller, request, round, List.of());
        }
        SourcesResult<SourcePage> result = useSources.use(caller, request.via(), request.requestId(), planned, end);
        return result instanceof SourcesResult.Used<SourcePage> used
                ? found(caller, request, round, used.results())
                : new SearchResult.Refused(((SourcesResult.Refused<SourcePage>) result).refusal());
    }

    private PlannedSource<SourcePage> planned(SearchRequest request, AskedSource asked) {
        ReadySource ready = (ReadySource) asked.checked();
        SourceQuery query = new SourceQuery(request.query(), asked.cursor(), asked.limit());
        return new PlannedSource<>(
                ready, connectors.search(asked.own().offered().source(), query, ready.granted()));
    }

    private SearchResult found(
            AdmittedCaller caller, SearchRequest request, SearchRound round, List<SourceResult<SourcePage>> results) {
        SearchedPage page = SearchedPage.of(round, results, clock.instant());
        List<SearchHit> hits = Fusion.fuse(request.query(), page.hits()).stream()
                .map(it -> new SearchHit(
                        sealer.seal(new ItemRef(it.target(), it.item().id())), it.target(), it.item()))
                .toList();
        Optional<String> next = page.next().isEmpty()
                ? Optional.empty()
                : Optional.of(sealer.seal(search(caller, request), page.next()));
        return new SearchResult.Found(hits, page.rows(), next, List.of());
    }

    private static OwnSearch search(AdmittedCaller caller, SearchRequest request) {
        return new OwnSearch(caller.user(), request.query(), request.filters());
    }
}
