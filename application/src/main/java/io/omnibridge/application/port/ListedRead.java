package io.omnibridge.application.port;

import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.ApiRequest;
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
public record ListedRead(ApiRequest.Method method, String path, Of of, Optional<Source> source, List<String> query) {

    /** What a read returns. */
    public enum Of {
        JSON,
        /** The content of a file, of any type. */
        MEDIA
    }

    public ListedRead {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(source, "source");
        query = List.copyOf(query);
    }
}
