package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/** Parses query strings strictly: well-formed UTF-8, and each known parameter at most once. */
final class QueryParameters {

    private QueryParameters() {}

    /**
     * Parses {@code query}.
     *
     * @param known the names of all allowed parameters
     * @throws ProblemException if the query is malformed, or a parameter is unknown or repeated
     */
    static Map<String, String> read(@Nullable String query, Set<String> known) {
        if (query == null || query.isEmpty()) {
            return Map.of();
        }
        Map<String, String> parameters = new HashMap<>();
        try {
            UrlEncoded.decodeUtf8To(query, 0, query.length(), (name, value) -> add(parameters, known, name, value));
        } catch (IllegalArgumentException e) {
            throw invalid("The query is malformed.");
        }
        return parameters;
    }

    /**
     * Parses the {@code known} parameters of a query that a provider composed, and ignores all others, even malformed ones. A
     * parameter without a value counts as omitted (RFC 6749 §3.1).
     *
     * @throws ProblemException if a known parameter is malformed or repeated
     */
    static Map<String, String> readKnown(@Nullable String query, Set<String> known) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : (query == null ? "" : query).split("&", -1)) {
            String name = part.split("=", 2)[0];
            if (known.contains(name)) {
                read(part, known).forEach((one, value) -> add(parameters, known, one, value));
            }
        }
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    private static void add(Map<String, String> parameters, Set<String> known, String name, String value) {
        if (!known.contains(name)) {
            throw invalid("The query has an unknown parameter; this route accepts "
                    + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
        }
        if (parameters.put(name, value) != null) {
            throw invalid("The query repeats the parameter " + name + ".");
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_REQUEST, detail);
    }
}
