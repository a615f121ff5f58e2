package io.omnibridge.domain.search;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says when two items that different sources found are the same thing. */
final class Identity {

    private Identity() {}

    /**
     * Returns what is equal for two items exactly if they are the same thing: the identity that their sources gave, else their URL
     * without its fragment and without parameters that only follow a reader's way. Empty if neither is there.
     */
    static Optional<String> of(FoundItem item) {
        return item.identity().or(() -> item.url().map(Identity::ofUrl));
    }

    private static String ofUrl(URI url) {
        String query = url.getRawQuery() == null ? "" : kept(url.getRawQuery());
        return url.getScheme().toLowerCase(Locale.ROOT)
                + "://"
                + url.getRawAuthority().toLowerCase(Locale.ROOT)
                + url.getRawPath()
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static String kept(String query) {
        return Arrays.stream(query.split("&"))
                .filter(it -> !it.isEmpty() && !isTracking(it.toLowerCase(Locale.ROOT)))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        return parameter.startsWith("utm_")
                || parameter.startsWith("gclid=")
                || parameter.startsWith("fbclid=")
                || parameter.startsWith("mc_eid=")
                || parameter.startsWith("usp=");
    }
}
