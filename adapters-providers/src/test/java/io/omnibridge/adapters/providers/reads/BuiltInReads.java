package io.omnibridge.adapters.providers.reads;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.InvalidCatalogue;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reads of the built-in providers, and requests for them. */
final class BuiltInReads {

    static final List<String> PROVIDERS = List.of("google", "github", "notion", "slack", "microsoft");

    private static final Catalogue CATALOGUE = catalogue();

    private BuiltInReads() {}

    private static Catalogue catalogue() {
        String yaml = PROVIDERS.stream()
                .map(it -> "  " + it + ":\n    client_id: abc\n    client_secret: def\n")
                .collect(Collectors.joining("", "providers:\n", ""));
        try {
            return Catalogue.read(yaml, Path.of("/nonexistent"));
        } catch (InvalidCatalogue e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }

    static List<ReadableApi> apis(String provider) {
        return CATALOGUE.entry(new ProviderId(provider)).orElseThrow().reads().apis();
    }

    static ReadMatch match(String provider, ReadMethod method, String path, String query) {
        ApiRequest request = new ApiRequest(
                method,
                "/api/" + provider + "/1",
                path,
                Optional.of(query).filter(it -> !it.isEmpty()),
                Map.of(),
                Optional.of("{}").filter(it -> method == ReadMethod.POST));
        return new ReadMatcher(new ProviderId(provider), apis(provider)).match(request);
    }

    static ReadMatch get(String provider, String path, String query) {
        return match(provider, ReadMethod.GET, path, query);
    }

    /** Returns the URL that is sent; fails if the request is no read. */
    static String url(String provider, String path, String query) {
        ReadMatch match = get(provider, path, query);
        if (match instanceof ReadMatch.Found found && found.read() instanceof MatchedRead read) {
            return read.url().toString();
        }
        throw new AssertionError(path + ": " + match);
    }
}
