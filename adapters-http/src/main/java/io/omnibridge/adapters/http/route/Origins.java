package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.support.net.Loopback;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Origins of pages (RFC 6454 §6.1), as browsers send them. */
public final class Origins {

    private Origins() {}

    /** Returns the origin of a URL, without the port that its scheme implies. */
    public static String of(URI url) {
        boolean isImplied =
                url.getPort() == -1 || url.getPort() == ("https".equalsIgnoreCase(url.getScheme()) ? 443 : 80);
        String origin = url.getScheme() + "://" + url.getHost() + (isImplied ? "" : ":" + url.getPort());
        return origin.toLowerCase(Locale.ROOT);
    }

    /** Returns whether an origin is one of a listener on loopback: by whatever loopback name, and at its port. */
    public static boolean isLoopback(String origin, String localAddress, int localPort) {
        return parsed(origin)
                .filter(url -> of(url).equals(origin))
                .filter(url -> url.getPort() == localPort)
                .filter(url -> Loopback.isLoopback(url.getHost()))
                .filter(url -> Loopback.isLoopback(localAddress))
                .isPresent();
    }

    private static Optional<URI> parsed(String origin) {
        try {
            return Optional.of(URI.create(origin)).filter(url -> url.getHost() != null && url.getScheme() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
