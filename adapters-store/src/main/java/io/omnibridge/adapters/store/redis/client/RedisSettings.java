package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.vault.StoreLimits;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import redis.clients.jedis.HostAndPort;

/**
 * Settings of a {@link RedisClient}. Immutable.
 *
 * @param login returns a URL of the same server with the current user and password
 * @param tls the certificates that connections with TLS trust; empty for those that the JVM trusts
 * @param allowCleartext whether nodes beyond loopback may be used without TLS, because something else encrypts
 * @param limits its number of connections is that to each node
 */
public record RedisSettings(
        RedisUrl url, Supplier<RedisUrl> login, Optional<SSLContext> tls, boolean allowCleartext, StoreLimits limits) {

    public static final int DEFAULT_CONNECTIONS = 64;

    public RedisSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(limits, "limits");
    }

    /** Takes a login that does not change, and the certificates that the JVM trusts. */
    public RedisSettings(RedisUrl url, boolean allowCleartext, StoreLimits limits) {
        this(url, () -> url, Optional.empty(), allowCleartext, limits);
    }

    /** Returns whether a node may be used. A cluster names its nodes itself, and they may be beyond loopback. */
    boolean allows(HostAndPort node) {
        return allowCleartext || url.isPrivateAt(node.getHost());
    }

    /** Returns host, port and database, for log lines. */
    public String address() {
        return url.address() + ", database " + url.database();
    }
}
