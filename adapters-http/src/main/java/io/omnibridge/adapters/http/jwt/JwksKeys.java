package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that an issuer publishes, kept fresh by a daemon thread until {@link #close()}. While the issuer is away the last
 * good ones stay in force, up to {@link JwksLimits#maxAge()}. Each failed fetch is logged once, without what came back.
 * Thread-safe.
 */
public final class JwksKeys implements KeySource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JwksKeys.class);

    private final JwksEndpoint endpoint;
    private final JwksLimits limits;
    private final Clock clock;
    private final JwksFetch fetch;
    private final JwksRefresh refresh;
    private volatile @Nullable Fetched latest;

    private JwksKeys(JwksEndpoint endpoint, JwksLimits limits, Clock clock) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.clock = clock;
        this.fetch = new JwksFetch(endpoint, limits);
        this.refresh = new JwksRefresh(this::renew, limits, clock);
    }

    /** Begins to fetch and returns at once; an issuer that is away is tried again. */
    public static JwksKeys open(JwksEndpoint endpoint, JwksLimits limits, Clock clock) {
        JwksKeys keys = new JwksKeys(endpoint, limits, clock);
        keys.refresh.start();
        return keys;
    }

    @Override
    public Set<SignatureAlgorithm> algorithms() {
        return SignatureAlgorithm.ASYMMETRIC;
    }

    @Override
    public Optional<KeySet> inForce() {
        Fetched fetched = latest;
        return fetched == null || clock.instant().isAfter(fetched.at().plus(limits.maxAge()))
                ? Optional.empty()
                : Optional.of(fetched.keys());
    }

    /** Waits for a fetch only if no key in force fits and a fetch is due: see {@link JwksRefresh#await()}. */
    @Override
    public Algorithm find(TokenHeader header) {
        return inForce().flatMap(keys -> keys.find(header)).orElseGet(() -> findAnew(header));
    }

    private Algorithm findAnew(TokenHeader header) {
        refresh.await();
        return KeySource.super.find(header);
    }

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
            LOG.warn("The issuer's keys were not fetched from {}: {}", endpoint, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** The same keys stay the same object, so that what they verified is still remembered. */
    private Fetched fetched(Jwks keys, Instant asked) {
        Fetched before = latest;
        if (before != null && before.keys().equals(keys)) {
            return new Fetched(before.keys(), asked);
        }
        LOG.info("The issuer's keys changed: {} are in force now", keys.keys().size());
        return new Fetched(keys, asked);
    }

    private record Fetched(Jwks keys, Instant at) {}
}
