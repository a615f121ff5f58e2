package io.omnibridge.adapters.support.jwks;

import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cache of one issuer's key set, refreshed by a daemon thread until {@link #close()}. While fetches fail, the last good set
 * stays in force up to {@link JwksLimits#maxAge()}. Each failed fetch is logged once, without the response. Thread-safe.
 *
 * @param <T> the caller's view of a key set; immutable
 */
public final class JwksCache<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JwksCache.class);

    private final JwksFetch fetch;
    private final JwksLimits limits;
    private final Clock clock;
    private final Function<List<JWK>, T> viewer;
    private final JwksRefresh refresh;
    private volatile @Nullable Fetched<T> latest;

    private JwksCache(JwksFetch fetch, JwksLimits limits, Clock clock, Function<List<JWK>, T> viewer) {
        this.fetch = fetch;
        this.limits = limits;
        this.clock = clock;
        this.viewer = viewer;
        this.refresh = new JwksRefresh(this::renew, limits, clock);
    }

    /**
     * Starts to fetch and returns at once; failed fetches are retried.
     *
     * @param viewer makes the view of a key set, once for each change of it
     */
    public static <T> JwksCache<T> open(
            JwksFetch fetch, JwksLimits limits, Clock clock, Function<List<JWK>, T> viewer) {
        JwksCache<T> cache = new JwksCache<>(fetch, limits, clock, viewer);
        cache.refresh.start();
        return cache;
    }

    /**
     * Returns the key set to use now; empty before the first successful fetch, and when the last one is too old. It is the same
     * object until the set changes. Never waits.
     */
    public Optional<T> inForce() {
        Fetched<T> fetched = latest;
        return fetched == null || clock.instant().isAfter(fetched.at().plus(limits.maxAge()))
                ? Optional.empty()
                : Optional.of(fetched.view());
    }

    /** Returns the time since the last successful fetch; empty before the first. Never waits. */
    public Optional<Duration> age() {
        Fetched<T> fetched = latest;
        return fetched == null ? Optional.empty() : Optional.of(Duration.between(fetched.at(), clock.instant()));
    }

    /** Returns whether the last successful fetch began at {@code since} or later. Never waits. */
    public boolean isFetchedSince(Instant since) {
        Fetched<T> fetched = latest;
        return fetched != null && !fetched.at().isBefore(since);
    }

    /**
     * Waits for a fetch if one is under way or due: for a token whose key is not in force. Made-up key ids cannot cause more
     * than one fetch per cool-down, nor make more than {@link JwksLimits#maxWaiting()} threads wait.
     */
    public void awaitRefresh(Duration timeout) {
        refresh.await(timeout);
    }

    /**
     * Waits for a fetch that begins after this call, cool-down or not: for a token that the issuer itself has just sent. Nothing
     * else may call this, since it bounds the number of fetches by the number of calls alone.
     */
    public void forceRefresh(Duration timeout) {
        refresh.force(timeout);
    }

    /** Stops refreshing. The set in force stays until its maximum age. */
    @Override
    public void close() {
        refresh.close();
    }

    private boolean renew() {
        Instant asked = clock.instant();
        try {
            latest = fetched(fetch.fetch(), asked);
            return true;
        } catch (FetchFailed e) {
            LOG.warn("The issuer's keys were not fetched from {}: {}", fetch.endpoint(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Keeps the view of an unchanged set, so that results which were cached under it stay valid. */
    private Fetched<T> fetched(List<JWK> keys, Instant asked) {
        Fetched<T> before = latest;
        if (before != null && before.keys().equals(keys)) {
            return new Fetched<>(keys, before.view(), asked);
        }
        LOG.info("The keys of {} changed; number in force: {}", fetch.endpoint(), keys.size());
        return new Fetched<>(keys, viewer.apply(keys), asked);
    }

    private record Fetched<T>(List<JWK> keys, T view, Instant at) {}
}
