package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.support.net.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules for URLs that OmniBridge calls or redirects browsers to: https, or http on loopback. */
public final class Urls {

    /** Completes a sentence that begins with the name of a URL. */
    static final String RULE = "must be an https URL (or http on loopback) without user, fragment and dot segments";

    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i).*/(\\.|%2e){1,2}(/.*)?");
    private static final int MAX_PORT = 65_535;

    private Urls() {}

    /** Parses {@code text}; returns empty if it is not an allowed URL. */
    public static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(Urls::isUsable);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns the origin in canonical form: scheme and host in lower case, and the port unless it is the default. */
    public static URI originOf(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean isDefaultPort = url.getPort() == -1 || url.getPort() == (scheme.equals("https") ? 443 : 80);
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return URI.create(scheme + "://" + host + (isDefaultPort ? "" : ":" + url.getPort()));
    }

    private static boolean isUsable(URI url) {
        return url.getHost() != null
                && isSafe(url)
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && url.getPort() != 0
                && url.getPort() <= MAX_PORT
                && !DOT_SEGMENT.matcher(url.getRawPath()).matches()
                && !url.getRawPath().contains("//");
    }

    private static boolean isSafe(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                || ("http".equalsIgnoreCase(url.getScheme()) && Loopback.isLoopback(url.getHost()));
    }
}
