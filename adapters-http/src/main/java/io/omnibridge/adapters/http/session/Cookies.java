package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.route.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cookies of the pages. Scripts cannot read them, and other sites cannot send them but by a link ({@code SameSite=Lax}; Strict would
 * lose them when a provider redirects the browser back). Behind https they have the prefix {@code __Host-} (RFC 6265bis §4.1.3.2), so
 * that no other host and no cleartext connection can set them. Only this class reads the header. Thread-safe.
 */
public final class Cookies {

    private static final String HEADER = "Cookie";
    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax";
    private static final String SECURE_PREFIX = "__Host-";

    private final String prefix;
    private final String attributes;

    /** @param publicUrl the URL of this service for browsers */
    public Cookies(URI publicUrl) {
        boolean isSecure = "https".equalsIgnoreCase(publicUrl.getScheme());
        this.prefix = isSecure ? SECURE_PREFIX : "";
        this.attributes = isSecure ? ATTRIBUTES + "; Secure" : ATTRIBUTES;
    }

    /** Returns the value of a cookie; empty if the browser sent none of that name, or several. */
    public Optional<String> find(HttpServletRequest request, String name) {
        return header(request).only(prefix + name);
    }

    /** Returns the names of the pages' own cookies that the browser sent. */
    public Set<String> names(HttpServletRequest request) {
        return header(request).names().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(CookieNames::isOwn)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Sets a cookie until the browser closes. */
    public void set(RequestContext request, String name, String value) {
        add(request, name, value, "");
    }

    /** Sets a cookie for {@code age}. */
    public void set(RequestContext request, String name, String value, Duration age) {
        add(request, name, value, "; Max-Age=" + age.toSeconds());
    }

    /** Removes a cookie. */
    public void remove(RequestContext request, String name) {
        set(request, name, "", Duration.ZERO);
    }

    private void add(RequestContext request, String name, String value, String age) {
        request.addHeader("Set-Cookie", prefix + name + "=" + value + attributes + age);
    }

    private static CookieHeader header(HttpServletRequest request) {
        return CookieHeader.read(Collections.list(request.getHeaders(HEADER)));
    }
}
