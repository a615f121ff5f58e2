package io.omnibridge.adapters.providers.reads;

import io.omnibridge.application.port.ListedApi;
import io.omnibridge.application.port.ListedRead;
import io.omnibridge.domain.source.Source;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One API of a provider.
 *
 * @param prefix the beginning of the paths by which clients name it; {@code /} for all
 * @param url scheme, host and base path, without a slash at its end
 * @param source the source of reads that name none
 * @param scopes a grant needs one of them; empty if they are not known
 * @param quirks how it differs from other APIs
 */
public record ReadableApi(
        String prefix, URI url, Optional<Source> source, List<String> scopes, List<ReadRule> reads, ApiQuirks quirks) {

    public ReadableApi {
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(source, "source");
        scopes = List.copyOf(scopes);
        reads = List.copyOf(reads);
        Objects.requireNonNull(quirks, "quirks");
    }

    /** Returns the API as a client may know it. */
    public ListedApi listed() {
        return new ListedApi(
                prefix,
                source,
                scopes,
                reads.stream()
                        .map(it -> new ListedRead(it.method(), it.path().text(), it.of(), it.source(), it.query()))
                        .toList());
    }

    /** Returns the segments of the prefix. */
    List<String> prefixSegments() {
        return prefix.equals("/") ? List.of() : List.of(prefix.substring(1).split("/", -1));
    }

    /** Returns the name of the rate limit that a read counts against. */
    String limitOf(ReadRule read) {
        String ofApi = quirks.limit().orElse(prefix);
        return read.limit().orElse(ofApi.equals("each") ? read.path().text() : ofApi);
    }
}
