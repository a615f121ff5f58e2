package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.view.ItemView;
import io.omnibridge.adapters.http.view.SearchView;
import io.omnibridge.adapters.http.view.SourcesView;
import io.omnibridge.application.search.ListSources;
import io.omnibridge.application.search.ListSourcesResult;
import io.omnibridge.application.search.ReadItem;
import io.omnibridge.application.search.ReadItemResult;
import io.omnibridge.application.search.Search;
import io.omnibridge.application.search.SearchRequest;
import io.omnibridge.application.search.SearchResult;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.domain.use.UseVia;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Routes that search all sources of the caller's accounts at once, list those sources, and read what a search found. */
public final class SearchRoutes {

    private static final String SEARCH = "/search";

    private final Search search;
    private final ListSources listSources;
    private final ReadItem readItem;

    public SearchRoutes(Search search, ListSources listSources, ReadItem readItem) {
        this.search = Objects.requireNonNull(search);
        this.listSources = Objects.requireNonNull(listSources);
        this.readItem = Objects.requireNonNull(readItem);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Data(HandlerType.GET, "/sources", Set.of(), this::list),
                new Route.Data(
                        HandlerType.GET,
                        SEARCH,
                        SearchMembers.NAMES,
                        SearchMembers.REPEATABLE,
                        (caller, request) -> search(caller, SearchMembers.ofQuery(request), request)),
                new Route.Data(
                        HandlerType.POST,
                        SEARCH,
                        Set.of(),
                        (caller, request) -> search(caller, SearchMembers.ofBody(request), request)),
                new Route.Data(HandlerType.GET, "/items/{ref}", Set.of(), this::read));
    }

    private void list(DataCaller caller, RequestContext request) {
        ListSourcesResult result = listSources.list(caller);
        if (!(result instanceof ListSourcesResult.Listed listed)) {
            throw new ProblemException(UseProblems.of(((ListSourcesResult.Refused) result).refusal()));
        }
        request.respond(200, new SourcesView(listed.sources()));
    }

    private void search(DataCaller caller, SearchRequest wanted, RequestContext request) {
        SearchResult result = search.search(caller, wanted);
        if (!(result instanceof SearchResult.Found found)) {
            throw new ProblemException(SearchProblems.of(result));
        }
        request.respond(200, new SearchView(found));
    }

    private void read(DataCaller caller, RequestContext request) {
        String ref = request.pathParameter("ref", it -> it).orElseThrow();
        ReadItemResult result = readItem.read(caller, ref, UseVia.HTTP, request.requestId());
        if (!(result instanceof ReadItemResult.Read read)) {
            throw new ProblemException(SearchProblems.of(result));
        }
        request.respond(200, new ItemView(ref, read));
    }
}
