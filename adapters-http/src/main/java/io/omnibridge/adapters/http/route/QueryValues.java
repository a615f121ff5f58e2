package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.domain.InvalidValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of a request's query, decoded.
 *
 * @param values those of each parameter that the query has, in their order
 */
record QueryValues(Map<String, List<String>> values) {

    static final QueryValues NONE = new QueryValues(Map.of());

    QueryValues {
        values = Map.copyOf(values);
    }

    /** Returns the first value of a parameter, if the query has it. */
    Optional<String> first(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * Returns all values of a parameter.
     *
     * @param parser throws {@link InvalidValue} for an invalid value
     * @throws ProblemException if a value is invalid, or there are more than {@code max}
     */
    <T> List<T> all(String name, Function<String, T> parser, int max) {
        try {
            InvalidValue.unless(
                    values.getOrDefault(name, List.of()).size() <= max, "must not occur more than " + max + " times");
            return values.getOrDefault(name, List.of()).stream().map(parser).toList();
        } catch (InvalidValue e) {
            throw invalid(name, e);
        }
    }

    /**
     * Returns the first value of a parameter, if the query has it.
     *
     * @param parser throws {@link InvalidValue} for an invalid value
     * @throws ProblemException if the value is invalid
     */
    <T> Optional<T> first(String name, Function<String, T> parser) {
        try {
            return first(name).map(parser);
        } catch (InvalidValue e) {
            throw invalid(name, e);
        }
    }

    private static ProblemException invalid(String name, InvalidValue e) {
        return new ProblemException(
                ProblemCode.INVALID_REQUEST, "The query parameter " + name + " " + e.getMessage() + ".");
    }
}
