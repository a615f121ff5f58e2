package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/** Reads a query strictly: well-formed UTF-8, only parameters that the route knows, each at most once. */
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
