package io.omnibridge.adapters.providers.reads;

import io.omnibridge.application.port.ReadContent;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.ReadMethod;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One read that the catalogue lists.
 *
 * @param method GET, which HEAD may take the place of, or POST
 * @param query the parameters that it takes, those of {@code when} included
 * @param when parameters that have to be there once with these values
 * @param except values that its path parameters must not have, in lower case
 * @param limit name of the provider's rate limit that it counts against
 * @param scopes a grant needs one of them; empty if those of the API count
 */
public record ReadRule(
        ReadMethod method,
        PathTemplate path,
        ReadContent of,
        Optional<Source> source,
        List<String> query,
        Map<String, String> when,
        Set<String> except,
        Optional<String> limit,
        Set<String> scopes) {

    public ReadRule {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(source, "source");
        query = List.copyOf(query);
        when = Map.copyOf(when);
        except = Set.copyOf(except);
        Objects.requireNonNull(limit, "limit");
        scopes = Set.copyOf(scopes);
    }

    /** Returns whether it takes a parameter. The letter case of a name that begins with a dollar sign does not matter (OData 4.01 §5.1). */
    boolean takesParameter(String name) {
        return query.contains(name) || (name.startsWith("$") && query.stream().anyMatch(name::equalsIgnoreCase));
    }

    /** Returns whether a request of that method may be this read. */
    boolean takes(ReadMethod other) {
        return method == other || (method == ReadMethod.GET && other == ReadMethod.HEAD);
    }
}
