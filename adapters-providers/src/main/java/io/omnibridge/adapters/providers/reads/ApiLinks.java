package io.omnibridge.adapters.providers.reads;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rewrites links of an API to the paths by which a client reaches it through this service. Immutable. */
public final class ApiLinks {

    private final MatchedRead read;

    public ApiLinks(MatchedRead read) {
        this.read = read;
    }

    /** Returns the path in place of a link; empty if it leads elsewhere, or to what no client may ask for. */
    public Optional<String> rewrite(String link) {
        try {
            URI target = read.url().resolve(new URI(link));
            return isUnderApi(target) ? Optional.of(path(target)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | InvalidRequest e) {
            return Optional.empty();
        }
    }

    private boolean isUnderApi(URI target) {
        URI api = read.api().url();
        return api.getScheme().equalsIgnoreCase(target.getScheme())
                && api.getRawAuthority().equalsIgnoreCase(target.getRawAuthority())
                && target.getRawPath() != null
                && target.getRawPath().startsWith(api.getRawPath() + "/");
    }

    private String path(URI target) throws InvalidRequest {
        String behindApi =
                target.getRawPath().substring(read.api().url().getRawPath().length());
        List<String> segments = RawPath.segments(behindApi);
        String prefix = read.api().prefix().equals("/") ? "" : read.api().prefix();
        String query = Query.parse(Optional.ofNullable(target.getRawQuery())).encoded();
        return segments.stream()
                .map(Percent::encode)
                .collect(Collectors.joining("/", read.request().base() + prefix + "/", query));
    }
}
