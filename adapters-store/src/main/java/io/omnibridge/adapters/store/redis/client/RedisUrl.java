package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.support.net.Authority;
import io.omnibridge.adapters.support.net.Loopback;
import io.omnibridge.domain.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import redis.clients.jedis.HostAndPort;

/**
 * URL of a Redis: {@code redis://[[user]:password@]host[:port][/database]}, or {@code rediss://} for TLS. It never prints
 * itself, since it may contain a password. Immutable.
 */
public final class RedisUrl {

    private static final int DEFAULT_PORT = 6379;

    private final Authority authority;
    private final boolean tls;
    private final int database;

    private RedisUrl(URI uri) {
        InvalidValue.unless(
                "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()),
                "must begin with redis:// or rediss://");
        Optional<Authority> found = Authority.of(uri);
        InvalidValue.unless(found.isPresent(), "must have a host");
        InvalidValue.unless(
                uri.getRawQuery() == null && uri.getRawFragment() == null, "must have neither a query nor a fragment");
        String path = uri.getRawPath();
        InvalidValue.unless(path.matches("|/[0-9]{0,4}"), "must have nothing but the number of a database as its path");
        this.authority = found.get();
        this.tls = "rediss".equals(uri.getScheme());
        InvalidValue.unless(
                !tls || Authority.isKnownToJdk(uri),
                "must have a host of letters, digits, '-' and '.': TLS verifies no other name");
        this.database = path.length() < 2 ? 0 : Integer.parseInt(path.substring(1));
    }

    /**
     * Parses a URL. User and password are percent-encoded.
     *
     * @throws InvalidValue if {@code url} is not a Redis URL; the message does not repeat it
     */
    public static RedisUrl parse(String url) {
        try {
            return new RedisUrl(new URI(url));
        } catch (URISyntaxException e) {
            // Without the cause, whose message repeats the URL.
            throw new InvalidValue("must be a URL");
        }
    }

    /** Returns the host's name or address; an IPv6 address is in brackets. */
    public String host() {
        return authority.host();
    }

    /** Returns whether connections are encrypted. */
    public boolean tls() {
        return tls;
    }

    /** Returns whether no other machine can read the traffic: it is encrypted, or the host is loopback. */
    public boolean hasPrivateTraffic() {
        return isPrivateAt(host());
    }

    /** As {@link #hasPrivateTraffic()}, for another node of the same cluster. */
    boolean isPrivateAt(String host) {
        return tls || Loopback.isLoopback(host);
    }

    /** Returns whether {@code other} differs from this in nothing but user and password. */
    public boolean isSameServerAs(RedisUrl other) {
        return address().equals(other.address()) && tls == other.tls && database == other.database;
    }

    HostAndPort address() {
        return new HostAndPort(
                host().replaceAll("[\\[\\]]", ""), authority.port() < 0 ? DEFAULT_PORT : authority.port());
    }

    int database() {
        return database;
    }

    /** Returns empty for the user named default. */
    Optional<String> user() {
        return userInfo(0);
    }

    Optional<String> password() {
        return userInfo(1);
    }

    @Override
    public String toString() {
        return "RedisUrl[redacted]";
    }

    private Optional<String> userInfo(int part) {
        String[] parts = authority.userInfo().orElse("").split(":", 2);
        return Optional.of(parts.length > part ? parts[part] : "")
                .filter(value -> !value.isEmpty())
                .map(value -> URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
}
