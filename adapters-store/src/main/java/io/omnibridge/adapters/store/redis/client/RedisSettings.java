package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.vault.StoreLimits;
import java.util.Objects;
import redis.clients.jedis.HostAndPort;

/**
 * Where Redis is, and who enters.
 *
 * @param allowCleartext whether servers beyond loopback may be talked to without TLS, because something else encrypts
 */
public record RedisSettings(RedisUrl url, boolean allowCleartext, StoreLimits limits) {

    public static final int DEFAULT_CONNECTIONS = 64;

    public RedisSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(limits, "limits");
    }

    /** Whether a server may be talked to: a cluster names its servers itself, and they need not be as near as the first. */
    boolean admit(HostAndPort server) {
        return allowCleartext || url.isPrivateAt(server.getHost());
    }
}
