package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.vault.StoreLimits;
import java.util.Objects;
import redis.clients.jedis.HostAndPort;

/**
 * Settings of a {@link RedisClient}. Immutable.
 *
 * @param allowCleartext whether nodes beyond loopback may be used without TLS, because something else encrypts
 * @param limits its number of connections is that to each node
 */
public record RedisSettings(RedisUrl url, boolean allowCleartext, StoreLimits limits) {

    public static final int DEFAULT_CONNECTIONS = 64;

    public RedisSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(limits, "limits");
    }

    /** Returns whether a node may be used. A cluster names its nodes itself, and they may be beyond loopback. */
    boolean allows(HostAndPort node) {
        return allowCleartext || url.isPrivateAt(node.getHost());
    }
}
