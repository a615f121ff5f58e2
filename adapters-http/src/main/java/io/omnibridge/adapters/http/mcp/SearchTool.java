package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.route.SearchProblems;
import io.omnibridge.application.search.Search;
import io.omnibridge.application.search.SearchHit;
import io.omnibridge.application.search.SearchRequest;
import io.omnibridge.application.search.SearchResult;
import io.omnibridge.application.search.SearchedSource;
import io.omnibridge.domain.search.SearchFilters;
import io.omnibridge.domain.search.SearchQuery;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseVia;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Tool {@code search}: its results have the members that ChatGPT's connectors expect. */
record SearchTool(Search search) implements Tool {

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Optional<UseKind> kind() {
        return Optional.of(UseKind.SEARCH);
    }

    @Override
    public ObjectNode call(McpCaller caller, ToolArguments arguments) {
        SearchQuery query = arguments.requireKnown(Set.of("query")).text("query", SearchQuery::new);
        SearchResult result = search.search(
                caller.caller(),
                new SearchRequest(
                        query,
                        SearchFilters.ALL,
                        SearchRequest.DEFAULT_LIMIT,
                        Optional.empty(),
                        UseVia.MCP,
                        caller.requestId()));
        if (result instanceof SearchResult.Found found) {
            return page(found);
        }
        throw ToolFault.of(SearchProblems.of(result));
    }

    private static ObjectNode page(SearchResult.Found found) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode results = page.putArray("results");
        for (SearchHit hit : found.items()) {
            results.addObject()
                    .put("id", hit.ref())
                    .put(
                            "title",
                            hit.item().title().isEmpty()
                                    ? "(no title)"
                                    : hit.item().title())
                    .put("url", hit.item().url().map(URI::toString).orElse(""));
        }
        ArrayNode sources = page.putArray("sources");
        for (SearchedSource row : found.sources()) {
            ObjectNode source = TargetNodes.name(row.target(), sources.addObject());
            source.put("status", JsonWriter.word(row.status()));
            row.retryAt().ifPresent(at -> source.put("retry_at", JsonWriter.time(at)));
            source.put("count", row.count());
        }
        LeftOutSources.warning(found).ifPresent(page.putArray("warnings")::add);
        return page;
    }
}
