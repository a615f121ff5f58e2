package io.omnibridge.adapters.http.route;

import static io.omnibridge.adapters.http.route.JsonObjectReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.application.search.SearchRequest;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.search.SearchFilters;
import io.omnibridge.domain.search.SearchQuery;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.use.UseVia;
import java.util.Optional;
import java.util.Set;

/** Reads what a search asks for: the parameters of a query, or the members of a body, by the same names. */
final class SearchMembers {

    static final Set<String> NAMES = Set.of("q", "source", "provider", "account", "limit", "cursor");
    static final Set<String> REPEATABLE = Set.of("source", "provider", "account");

    /** The maximum length of a cursor in a URL, which other servers on the way have to take. */
    static final int MAX_QUERY_CURSOR = 4 * 1024;

    static final int MAX_BODY_CURSOR = 12 * 1024;

    private static final PageLimit LIMIT = new PageLimit(SearchRequest.DEFAULT_LIMIT, SourceQuery.MAX_LIMIT);

    private SearchMembers() {}

    /** @throws ProblemException that names an invalid parameter */
    static SearchRequest ofQuery(RequestContext request) {
        QueryValues query = request.query();
        SearchQuery words = query.first("q", SearchQuery::new)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.INVALID_REQUEST, "The query parameter q is required."));
        SearchFilters filters = SearchFilterReader.of(query);
        return request(
                request,
                words,
                filters,
                LIMIT.of(request),
                query.first("cursor", it -> cursor(it, MAX_QUERY_CURSOR, "; send a longer one by POST")));
    }

    /** @throws ProblemException that names every invalid member */
    static SearchRequest ofBody(RequestContext request) {
        ObjectNode body = request.jsonBody();
        JsonObjectReader members = new JsonObjectReader(body, NAMES);
        Optional<SearchQuery> words = members.required("q", text(SearchQuery::new));
        SearchFilters filters = SearchFilterReader.of(members);
        Optional<Integer> limit = members.optional("limit", SearchMembers::limit);
        Optional<String> cursor = members.optional("cursor", text(it -> cursor(it, MAX_BODY_CURSOR, "")));
        members.throwIfInvalid();
        return request(request, words.orElseThrow(), filters, limit.orElse(SearchRequest.DEFAULT_LIMIT), cursor);
    }

    private static SearchRequest request(
            RequestContext request, SearchQuery words, SearchFilters filters, int limit, Optional<String> cursor) {
        return new SearchRequest(words, filters, limit, cursor, UseVia.HTTP, request.requestId());
    }

    private static String cursor(String value, int maxLength, String otherwise) {
        InvalidValue.unless(
                !value.isEmpty() && value.length() <= maxLength,
                "must be a next_cursor of an earlier response, of at most " + maxLength + " characters" + otherwise);
        return value;
    }

    private static int limit(JsonNode value) {
        InvalidValue.unless(
                value.isInt() && value.intValue() >= 1 && value.intValue() <= SourceQuery.MAX_LIMIT,
                "must be an integer from 1 to " + SourceQuery.MAX_LIMIT);
        return value.intValue();
    }
}
