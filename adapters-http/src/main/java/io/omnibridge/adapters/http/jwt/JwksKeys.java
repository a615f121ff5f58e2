package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.jwks.JwksCache;
import io.omnibridge.adapters.support.jwks.JwksEndpoint;
import io.omnibridge.adapters.support.jwks.JwksFetch;
import io.omnibridge.adapters.support.jwks.JwksLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys that the issuer of users' tokens publishes, kept fresh until {@link #close()}. Thread-safe. */
public final class JwksKeys implements KeySource, AutoCloseable {

    /**
     * Fetched every 5 minutes, after 30 s at the earliest for an unknown key, used for 1 hour without a successful fetch; at
     * most 5 s and 1 MiB for a fetch, and 32 waiting requests, so that made-up key ids do not occupy every thread.
     */
    static final JwksLimits LIMITS = new JwksLimits(
            Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofSeconds(5), 1 << 20, 32);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final JwksCache<Jwks> cache;
    private final Duration fetchTimeout;

    private JwksKeys(JwksCache<Jwks> cache, Duration fetchTimeout) {
        this.cache = cache;
        this.fetchTimeout = fetchTimeout;
    }

    /** Starts to fetch and returns at once; failed fetches are retried. */
    public static JwksKeys open(JwksEndpoint endpoint, Egress egress, Clock clock) {
        return open(new JwksFetch(egress.client(CONNECT_TIMEOUT), endpoint, LIMITS), LIMITS, clock);
    }

    static JwksKeys open(JwksEndpoint endpoint, JwksLimits limits, Clock clock) {
        return open(new JwksFetch(Egress.DIRECT.client(CONNECT_TIMEOUT), endpoint, limits), limits, clock);
    }

    private static JwksKeys open(JwksFetch fetch, JwksLimits limits, Clock clock) {
        return new JwksKeys(JwksCache.open(fetch, limits, clock, Jwks::of), limits.fetchTimeout());
    }

    @Override
    public Set<SignatureAlgorithm> algorithms() {
        return SignatureAlgorithm.ASYMMETRIC;
    }

    @Override
    public Optional<KeySet> inForce() {
        return cache.inForce().map(KeySet.class::cast);
    }

    /** Returns whether the keys are known now. Never waits. */
    public boolean areKnown() {
        return inForce().isPresent();
    }

    /** Returns the time since the last successful fetch; empty before the first. Never waits. */
    public Optional<Duration> age() {
        return cache.age();
    }

    /** Waits for a fetch only if no key in force fits and a fetch is under way or due. */
    @Override
    public List<Algorithm> find(TokenHeader header) {
        List<Algorithm> known = inForce().map(keys -> keys.find(header)).orElse(List.of());
        if (!known.isEmpty()) {
            return known;
        }
        cache.awaitRefresh(fetchTimeout);
        return KeySource.super.find(header);
    }

    @Override
    public void close() {
        cache.close();
    }
}
