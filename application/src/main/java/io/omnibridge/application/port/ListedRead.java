package io.omnibridge.application.port;

import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.ReadMethod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One read of a provider's API, as the catalogue lists it.
 *
 * @param path the path behind the prefix of the API, with its parameters in braces
 * @param source empty if the read belongs to no source
 * @param query the query parameters that it may have
 */
public record ListedRead(ReadMethod method, String path, ReadContent of, Optional<Source> source, List<String> query) {

    public ListedRead {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(source, "source");
        query = List.copyOf(query);
    }
}
