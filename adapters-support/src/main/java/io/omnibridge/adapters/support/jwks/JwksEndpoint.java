package io.omnibridge.adapters.support.jwks;

import io.omnibridge.adapters.support.net.Authority;
import io.omnibridge.adapters.support.net.Loopback;
import io.omnibridge.domain.InvalidValue;
import java.net.URI;
import java.util.Optional;

/**
 * URL at which an issuer publishes its keys (RFC 7517 §5). An attacker who can change the response can be any user, so the URL
 * must be HTTPS.
 *
 * @param url absolute, with a host, without user info, fragment or impossible port; HTTPS, or HTTP on loopback
 * @param cleartextAllowed whether HTTP beyond loopback is allowed because something else encrypts
 */
public record JwksEndpoint(URI url, boolean cleartextAllowed) {

    private static final int MAX_PORT = 65_535;

    /** @throws InvalidValue if {@code url} breaks a rule above; the message does not contain it */
    public JwksEndpoint {
        Optional<Authority> found = Authority.of(url);
        InvalidValue.unless(found.isPresent(), "must be an absolute URL with a host");
        Authority authority = found.get();
        InvalidValue.unless(
                authority.port() <= MAX_PORT && authority.port() != 0,
                "must have a port from 1 to " + MAX_PORT + ", or none");
        InvalidValue.unless(
                authority.userInfo().isEmpty() && url.getRawFragment() == null,
                "must have no user info and no fragment");
        InvalidValue.unless(
                "https".equalsIgnoreCase(url.getScheme())
                        || ("http".equalsIgnoreCase(url.getScheme())
                                && (cleartextAllowed || Loopback.isLoopback(authority.host()))),
                "must be an https URL, or an http URL of localhost, 127.0.0.0/8 or ::1");
        InvalidValue.unless(
                Authority.isKnownToJdk(url) || "http".equalsIgnoreCase(url.getScheme()),
                "must have a host of letters, digits, '-' and '.': TLS verifies no other name");
    }

    /** Returns the URL without its query, for logs. */
    @Override
    public String toString() {
        return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    }
}
