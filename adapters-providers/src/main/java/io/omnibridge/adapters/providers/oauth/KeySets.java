package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.adapters.support.jwks.FetchFailed;
import io.omnibridge.adapters.support.jwks.JwksCache;
import io.omnibridge.adapters.support.jwks.JwksEndpoint;
import io.omnibridge.adapters.support.jwks.JwksFetch;
import io.omnibridge.adapters.support.jwks.JwksLimits;
import io.omnibridge.domain.account.ProviderId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keys with which issuers sign ID tokens (RFC 7517 §5): one cache for each provider, opened by its first ID token and refreshed
 * until {@link #close()}. Thread-safe.
 */
final class KeySets implements AutoCloseable {

    /**
     * Fetched every hour, retried after 30 s, used for a day without a successful fetch. An exchange may wait, and may force one
     * fetch for an unknown key: a provider's token endpoint, not a user, chooses the key ids.
     */
    private static final JwksLimits LIMITS = new JwksLimits(
            Duration.ofHours(1),
            Duration.ofSeconds(30),
            Duration.ofHours(24),
            Duration.ofSeconds(5),
            Transport.MAX_RESPONSE_BYTES,
            Integer.MAX_VALUE);

    private record Opened(URI url, JwksCache<JWKSet> cache) {}

    private final Transport transport;
    private final Clock clock;
    private final Map<ProviderId, Opened> opened = new ConcurrentHashMap<>();

    KeySets(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * Returns the published keys. Waits for a fetch only while no keys are known.
     *
     * @throws UnreadableKeys if there are no keys
     */
    JWKSet keys(ProviderId provider, URI url, ProviderDeadline deadline) throws UnreadableKeys {
        JwksCache<JWKSet> cache = cache(provider, url);
        if (cache.inForce().isEmpty()) {
            cache.awaitRefresh(deadline.remaining());
        }
        return inForce(cache);
    }

    /**
     * Returns the published keys after a fetch that begins now, however recent the last one is: for an ID token that no known key
     * signed. Concurrent calls share a fetch.
     *
     * @throws UnreadableKeys if there are no keys
     */
    RereadKeys fetchAgain(ProviderId provider, URI url, ProviderDeadline deadline) throws UnreadableKeys {
        JwksCache<JWKSet> cache = cache(provider, url);
        Instant called = clock.instant();
        cache.forceRefresh(deadline.remaining());
        return reread(cache, called);
    }

    /**
     * Returns the published keys after a fetch that is under way or due, for a token that any client may have sent: made-up key ids
     * cause one fetch in 30 s at most.
     *
     * @param deadline that began when the token arrived
     * @throws UnreadableKeys if there are no keys
     */
    RereadKeys awaitNext(ProviderId provider, URI url, ProviderDeadline deadline) throws UnreadableKeys {
        JwksCache<JWKSet> cache = cache(provider, url);
        cache.awaitRefresh(deadline.remaining());
        return reread(cache, deadline.beginning());
    }

    private RereadKeys reread(JwksCache<JWKSet> cache, Instant since) throws UnreadableKeys {
        return new RereadKeys(inForce(cache), cache.isFetchedSince(since));
    }

    private static JWKSet inForce(JwksCache<JWKSet> cache) throws UnreadableKeys {
        return cache.inForce().orElseThrow(UnreadableKeys::new);
    }

    /**
     * Fetches the published keys past the cache.
     *
     * @throws InvalidProviderResponse if they cannot be read
     */
    JWKSet fetch(URI url) throws InvalidProviderResponse {
        try {
            return new JWKSet(jwksFetch(url).fetch());
        } catch (FetchFailed e) {
            throw new InvalidProviderResponse("the issuer's keys cannot be read (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidProviderResponse("interrupted");
        }
    }

    /** Returns the time since the provider's keys were fetched; empty if they were not. Never waits. */
    Optional<Duration> age(ProviderId provider) {
        return Optional.ofNullable(opened.get(provider))
                .flatMap(it -> it.cache().age());
    }

    @Override
    public void close() {
        opened.values().forEach(it -> it.cache().close());
    }

    private JwksCache<JWKSet> cache(ProviderId provider, URI url) {
        return opened.compute(
                        provider, (id, known) -> known != null && known.url().equals(url) ? known : open(url, known))
                .cache();
    }

    private Opened open(URI url, @Nullable Opened replaced) {
        if (replaced != null) {
            replaced.cache().close();
        }
        return new Opened(url, JwksCache.open(jwksFetch(url), LIMITS, clock, JWKSet::new));
    }

    private JwksFetch jwksFetch(URI url) {
        return new JwksFetch(transport.client(), new JwksEndpoint(url, false), LIMITS);
    }
}
