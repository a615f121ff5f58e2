package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.support.net.Authority;
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

    /** Completes such a sentence for a URL that {@link #parseForBrowser} allows and {@link #parse} does not. */
    static final String HOST_RULE = "must have a host of letters, digits, '-' and '.': TLS verifies no other name";

    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i).*/(\\.|%2e){1,2}(/.*)?");
    private static final int MAX_PORT = 65_535;

    private Urls() {}

    /** Parses {@code text}; returns empty if it is not a URL that OmniBridge may call. */
    public static Optional<URI> parse(String text) {
        return parseForBrowser(text).filter(Authority::isKnownToJdk);
    }

    /** Parses {@code text} like {@link #parse}, for a URL that only browsers call: its host may have {@code _} too. */
    static Optional<URI> parseForBrowser(String text) {
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
        return Authority.of(url).filter(it -> isUsable(url, it)).isPresent()
                && url.getRawFragment() == null
                && !DOT_SEGMENT.matcher(url.getRawPath()).matches()
                && !url.getRawPath().contains("//");
    }

    private static boolean isUsable(URI url, Authority authority) {
        return isSafe(url, authority.host())
                && authority.userInfo().isEmpty()
                && authority.port() != 0
                && authority.port() <= MAX_PORT;
    }

    private static boolean isSafe(URI url, String host) {
        return "https".equalsIgnoreCase(url.getScheme())
                || ("http".equalsIgnoreCase(url.getScheme()) && Loopback.isLoopback(host));
    }
}
