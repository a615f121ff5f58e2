package io.omnibridge.adapters.support.http;

import io.omnibridge.adapters.support.net.Authority;
import io.omnibridge.domain.InvalidValue;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * HTTP proxy through which outgoing calls leave. HTTPS goes through a tunnel (CONNECT, RFC 9110 §9.3.6), so the proxy sees the
 * names of hosts and nothing else. It never prints its credentials. Thread-safe.
 */
public final class EgressProxy {

    private static final int MAX_PORT = 65_535;
    private static final String RULE =
            "must be http://host:port, without user, path, query and fragment: its credentials have their own setting";

    private final InetSocketAddress address;
    private final Optional<Supplier<String>> credentials;

    private EgressProxy(InetSocketAddress address, Optional<Supplier<String>> credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    /**
     * Parses the URL of a proxy that requires no credentials.
     *
     * @throws InvalidValue if {@code url} is not {@code http://host:port}; the message does not repeat it
     */
    public static EgressProxy parse(String url) {
        try {
            URI uri = new URI(url.replaceFirst("/\\z", ""));
            Optional<Authority> authority =
                    Authority.of(uri).filter(it -> it.userInfo().isEmpty() && it.port() > 0 && it.port() <= MAX_PORT);
            InvalidValue.unless(authority.isPresent() && isBare(uri), RULE);
            String host = authority.get().host().replaceAll("[\\[\\]]", "");
            return new EgressProxy(
                    InetSocketAddress.createUnresolved(host, authority.get().port()), Optional.empty());
        } catch (URISyntaxException e) {
            // Without the cause, whose message repeats the URL.
            throw new InvalidValue(RULE);
        }
    }

    private static boolean isBare(URI uri) {
        return "http".equals(uri.getScheme())
                && uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    /** Returns the same proxy with {@code user:password} as its credentials, which are asked for at each call. */
    public EgressProxy with(Supplier<String> userAndPassword) {
        return new EgressProxy(address, Optional.of(userAndPassword));
    }

    /**
     * Checks credentials.
     *
     * @throws InvalidValue unless they are {@code user:password} (RFC 7617 §2)
     */
    public static String requireCredentials(String userAndPassword) {
        InvalidValue.unless(userAndPassword.indexOf(':') > 0, "must be user:password");
        InvalidValue.unless(
                userAndPassword.chars().noneMatch(Character::isISOControl), "must have no control character");
        return userAndPassword;
    }

    /** Returns where the proxy listens. Its name is resolved at each connection. */
    InetSocketAddress address() {
        return address;
    }

    /** Returns the value of {@code Proxy-Authorization}, if the proxy requires credentials. */
    Optional<String> authorization() {
        return credentials
                .map(Supplier::get)
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "EgressProxy[redacted]";
    }
}
