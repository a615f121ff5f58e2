package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.support.net.Loopback;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The names under which a browser on the same machine reaches a service for development. A cookie is kept for one name, and providers
 * redirect to that of the public URL. Any other name than those of loopback is that of a foreign page (DNS rebinding).
 */
record LoopbackHost(URI publicUrl) {

    /** Header fields that proxies add: behind one, a browser elsewhere seems to be on this machine. */
    private static final List<String> OF_PROXIES =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    /** Returns whether the request is of a browser on this machine, by a name of loopback, and not by way of a proxy that says so. */
    static boolean isUsedBy(HttpServletRequest request) {
        return Loopback.isLoopback(request.getRemoteAddr())
                && Loopback.isLoopback(request.getServerName())
                && OF_PROXIES.stream().allMatch(name -> request.getHeader(name) == null);
    }

    /** Returns the origin with the host name of the public URL; empty if the request used that name. */
    Optional<String> canonicalOrigin(HttpServletRequest request) {
        boolean isCanonical = request.getServerName().equalsIgnoreCase(publicUrl.getHost());
        return isCanonical || !Loopback.isLoopback(publicUrl.getHost())
                ? Optional.empty()
                : Optional.of(publicUrl.getScheme() + "://" + publicUrl.getHost() + ":" + request.getServerPort());
    }
}
