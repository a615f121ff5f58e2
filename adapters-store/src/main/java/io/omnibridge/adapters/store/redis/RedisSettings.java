package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.Objects;

/**
 * Where Redis is, and how long to wait for it.
 *
 * @param deadline after which every call has ended, one way or the other; at least 1 second
 * @param poolSize the most connections that this node has open to one server, and so the most calls that it makes at once
 * @param startPatience how long a start waits for a server that cannot be reached yet; at least 1 second
 */
public record RedisSettings(RedisUrl url, Duration deadline, int poolSize, Duration startPatience) {

    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(2);
    public static final int USUAL_POOL_SIZE = 64;
    public static final Duration USUAL_START_PATIENCE = Duration.ofSeconds(30);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    /** @throws InvalidValue if a value breaks a rule above */
    public RedisSettings {
        Objects.requireNonNull(url, "url");
        InvalidValue.unless(deadline.compareTo(SHORTEST_WAIT) >= 0, "deadline must be at least 1 second");
        InvalidValue.unless(startPatience.compareTo(SHORTEST_WAIT) >= 0, "startPatience must be at least 1 second");
        InvalidValue.unless(poolSize >= 1, "poolSize must be at least 1");
    }

    /** With the usual deadline, pool and patience. */
    public static RedisSettings of(RedisUrl url) {
        return new RedisSettings(url, USUAL_DEADLINE, USUAL_POOL_SIZE, USUAL_START_PATIENCE);
    }
}
