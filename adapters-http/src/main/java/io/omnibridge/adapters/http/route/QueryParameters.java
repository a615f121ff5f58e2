package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/** Parses query strings strictly: well-formed UTF-8, and each known parameter at most once, unless it may be repeated. */
final class QueryParameters {

    private QueryParameters() {}

    /**
     * Parses {@code query}.
     *
     * @param known the names of all allowed parameters
     * @param repeatable those of them that may occur more than once
     * @throws ProblemException if the query is malformed, or a parameter is unknown, or repeated and not repeatable
     */
    static QueryValues read(@Nullable String query, Set<String> known, Set<String> repeatable) {
        if (query == null || query.isEmpty()) {
            return QueryValues.NONE;
        }
        Map<String, List<String>> parameters = new HashMap<>();
        try {
            UrlEncoded.decodeUtf8To(query, 0, query.length(), (name, value) -> {
                requireKnown(known, name);
                List<String> values = parameters.computeIfAbsent(name, it -> new ArrayList<>());
                requireSingle(values.isEmpty() || repeatable.contains(name), name);
                values.add(value);
            });
        } catch (IllegalArgumentException e) {
            throw invalid("The query is malformed.");
        }
        return new QueryValues(parameters);
    }

    /**
     * Parses the {@code known} parameters of a query that a provider composed, and ignores all others, even malformed ones. A
     * parameter without a value counts as omitted (RFC 6749 §3.1).
     *
     * @throws ProblemException if a known parameter is malformed or repeated
     */
    static QueryValues readKnown(@Nullable String query, Set<String> known) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (String part : (query == null ? "" : query).split("&", -1)) {
            String name = part.split("=", 2)[0];
            if (known.contains(name)) {
                String value = read(part, known, Set.of()).first(name).orElse("");
                requireSingle(parameters.put(name, List.of(value)) == null, name);
            }
        }
        parameters.values().removeIf(List.of("")::equals);
        return new QueryValues(parameters);
    }

    private static void requireKnown(Set<String> known, String name) {
        if (!known.contains(name)) {
            throw invalid("The query has an unknown parameter; this route accepts "
                    + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
        }
    }

    private static void requireSingle(boolean isSingle, String name) {
        if (!isSingle) {
            throw invalid("The query repeats the parameter " + name + ".");
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_REQUEST, detail);
    }
}
