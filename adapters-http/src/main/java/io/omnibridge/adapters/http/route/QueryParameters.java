package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/** Reads a query strictly: well-formed UTF-8, only parameters that the route knows or ignores, each at most once. */
final class QueryParameters {

    private QueryParameters() {}

    /**
     * Reads {@code query}.
     *
     * @throws ProblemException if it is anything else
     */
    static Map<String, String> read(@Nullable String query, Set<String> known) {
        if (query == null || query.isEmpty()) {
            return Map.of();
        }
        Map<String, String> parameters = new HashMap<>();
        try {
            UrlEncoded.decodeUtf8To(query, 0, query.length(), (name, value) -> add(parameters, known, name, value));
        } catch (IllegalArgumentException e) {
            throw refused("The query is not well-formed.");
        }
        return parameters;
    }

    /**
     * Reads only what is {@code known} of a query that somebody else made up: any other parameter may be there, in whatever form
     * and as often as they like. One without a value counts as omitted (RFC 6749 §3.1).
     *
     * @throws ProblemException if a known one is not well-formed, or there more than once
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
            throw refused("The query has a parameter that this route does not know; it knows "
                    + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
        }
        if (parameters.put(name, value) != null) {
            throw refused("The query has the parameter " + name + " more than once.");
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemCode.INVALID_REQUEST, detail);
    }
}
