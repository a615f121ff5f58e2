package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.route.Origins;
import io.omnibridge.adapters.support.net.Loopback;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;

/**
 * Tells whether a page of this service sent a form: by Fetch Metadata ({@code Sec-Fetch-Site}), which pages cannot forge; from a browser
 * that does not send it, by the {@code Origin} (RFC 6454 §7). Thread-safe.
 */
final class FormOrigin {

    private final String origin;
    private final boolean isOnLoopback;

    /** @param publicUrl the URL of this service for browsers */
    FormOrigin(URI publicUrl) {
        this.origin = Origins.of(publicUrl);
        this.isOnLoopback = "http".equalsIgnoreCase(publicUrl.getScheme()) && Loopback.isLoopback(publicUrl.getHost());
    }

    boolean isOwn(HttpServletRequest request) {
        List<String> sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
        if (!sites.isEmpty()) {
            return sites.equals(List.of("same-origin"));
        }
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        return origins.size() == 1 && isOwn(origins.get(0), request);
    }

    /** A listener on loopback has several names, of which only the public URL names one. */
    private boolean isOwn(String sent, HttpServletRequest request) {
        return sent.equals(origin)
                || (isOnLoopback && Origins.isLoopback(sent, request.getLocalAddr(), request.getLocalPort()));
    }
}
