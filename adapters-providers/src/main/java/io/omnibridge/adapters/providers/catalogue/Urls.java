package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.support.net.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which URLs may be called, or be named to a browser: HTTPS ones, and plain HTTP on this machine alone. */
public final class Urls {

    /** Completes a sentence that begins with a URL's name. */
    public static final String RULE =
            "must be an https URL (or http on loopback) without user, fragment and dot segments";

    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i).*/(\\.|%2e){1,2}(/.*)?");
    private static final int HIGHEST_PORT = 65_535;

    private Urls() {}

    /** The URL that {@code text} is, if it may be used. */
    public static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(Urls::isUsable);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port alone, in the one spelling that can be compared. */
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
                && url.getPort() <= HIGHEST_PORT
                && !DOT_SEGMENT.matcher(url.getRawPath()).matches()
                && !url.getRawPath().contains("//");
    }

    private static boolean isSafe(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                || ("http".equalsIgnoreCase(url.getScheme()) && Loopback.isLoopback(url.getHost()));
    }
}
