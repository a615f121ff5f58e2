package io.omnibridge.application.port;

import io.omnibridge.domain.source.Source;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One API of a provider with its reads, as the catalogue lists them.
 *
 * @param prefix the beginning of the paths of all its reads
 * @param source the source of reads that name none themselves; empty if they belong to no source
 * @param scopes the scopes of which a grant needs one; empty if they are not known
 */
public record ListedApi(String prefix, Optional<Source> source, List<String> scopes, List<ListedRead> reads) {

    public ListedApi {
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(source, "source");
        scopes = List.copyOf(scopes);
        reads = List.copyOf(reads);
    }
}
