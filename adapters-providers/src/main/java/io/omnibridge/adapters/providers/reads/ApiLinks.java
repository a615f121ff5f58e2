package io.omnibridge.adapters.providers.reads;

import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rewrites links of an API to the paths by which a client reaches it through this service. Immutable. */
public final class ApiLinks {

    private final MatchedRead read;

    public ApiLinks(MatchedRead read) {
        this.read = read;
    }

    /** Returns the path in place of a link; empty if it leads to nothing that a client may ask for. */
    public Optional<String> rewrite(String link) {
        try {
            URI target = read.url().resolve(new URI(link));
            return isUnderApi(target) ? path(target) : Optional.empty();
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

    /** A client that follows the path has to be allowed to, and has to arrive where the link leads. */
    private Optional<String> path(URI target) throws InvalidRequest {
        List<String> linked = behindApi(target);
        String prefix = read.api().prefix().equals("/") ? "" : read.api().prefix();
        String path = asClient(linked).stream().map(Percent::encode).collect(Collectors.joining("/", prefix + "/", ""));
        Query query = Query.parse(Optional.ofNullable(target.getRawQuery()));
        ApiRequest next = new ApiRequest(
                ReadMethod.GET,
                read.request().base(),
                path,
                Optional.ofNullable(target.getRawQuery()),
                Map.of(),
                Optional.empty());
        boolean leadsThere =
                new ReadMatcher(read.provider(), List.of(read.api())).match(next) instanceof ReadMatch.Found found
                        && found.read() instanceof MatchedRead followed
                        && behindApi(followed.url()).equals(linked);
        return leadsThere ? Optional.of(next.base() + path + query.encoded()) : Optional.empty();
    }

    /** Returns the segments that a client writes: the quotes in a function's argument are doubled only when they are sent. */
    private List<String> asClient(List<String> sent) {
        Optional<ReadRule> rule = new PathMatch(read.api()).find(sent).stream().findFirst();
        List<String> segments = new ArrayList<>(sent);
        for (int i = 0; rule.isPresent() && i < sent.size(); i++) {
            if (rule.get().path().at(i).orElseThrow() instanceof TemplateSegment.Function function) {
                segments.set(i, function.undoubled(sent.get(i)));
            }
        }
        return segments;
    }

    private List<String> behindApi(URI url) throws InvalidRequest {
        return RawPath.segments(
                url.getRawPath().substring(read.api().url().getRawPath().length()));
    }
}
