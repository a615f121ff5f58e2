package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.support.net.Loopback;
import io.omnibridge.domain.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import redis.clients.jedis.HostAndPort;

/**
 * Where Redis is, and who enters: {@code redis://[[user]:password@]host[:port][/database]}, or {@code rediss://} for TLS.
 * Cannot print itself, since it may have a password. Immutable.
 */
public final class RedisUrl {

    private static final int DEFAULT_PORT = 6379;

    private final URI uri;
    private final boolean tls;
    private final int database;

    private RedisUrl(URI uri) {
        InvalidValue.unless(
                "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()),
                "must begin with redis:// or rediss://");
        InvalidValue.unless(uri.getHost() != null, "must have a host");
        InvalidValue.unless(
                uri.getRawQuery() == null && uri.getRawFragment() == null, "must have neither a query nor a fragment");
        String path = uri.getRawPath();
        InvalidValue.unless(path.matches("|/[0-9]{0,4}"), "must have nothing but the number of a database as its path");
        this.uri = uri;
        this.tls = "rediss".equals(uri.getScheme());
        this.database = path.length() < 2 ? 0 : Integer.parseInt(path.substring(1));
    }

    /**
     * Reads a URL. User and password are percent-encoded.
     *
     * @throws InvalidValue if it is none; the message does not repeat it
     */
    public static RedisUrl parse(String url) {
        try {
            return new RedisUrl(new URI(url));
        } catch (URISyntaxException e) {
            // Its message repeats the URL.
            throw new InvalidValue("must be a URL");
        }
    }

    /** Name or address of the host; an IPv6 address is in brackets. */
    public String host() {
        return uri.getHost();
    }

    /** Whether everything that is sent is encrypted. */
    public boolean tls() {
        return tls;
    }

    /** Returns whether no other machine can read the traffic: it is encrypted, or the host is loopback. */
    public boolean staysPrivate() {
        return isPrivateAt(host());
    }

    /** As {@link #staysPrivate()}, at another host of the same cluster. */
    boolean isPrivateAt(String host) {
        return tls || Loopback.isLoopback(host);
    }

    HostAndPort address() {
        return new HostAndPort(host().replaceAll("[\\[\\]]", ""), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
    }

    int database() {
        return database;
    }

    /** Empty for the user named default. */
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
        String[] parts = String.valueOf(
                        Optional.ofNullable(uri.getRawUserInfo()).orElse(""))
                .split(":", 2);
        return Optional.of(parts.length > part ? parts[part] : "")
                .filter(value -> !value.isEmpty())
                .map(value -> URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
}
