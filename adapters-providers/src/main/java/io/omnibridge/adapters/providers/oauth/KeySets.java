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
     * Fetched every hour, after 30 s at the earliest for an unknown key, used for a day without a successful fetch. Every
     * exchange may wait: a provider's token endpoint, not a user, chooses the key ids.
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
     * Returns the published keys. Waits for a fetch, if one is due, only while the key {@code keyId} is not among them.
     *
     * @throws InvalidProviderResponse if the issuer's keys cannot be read
     */
    JWKSet keys(ProviderId provider, URI url, Optional<String> keyId, Deadline deadline)
            throws InvalidProviderResponse {
        JwksCache<JWKSet> cache = cache(provider, url);
        Optional<JWKSet> known = cache.inForce().filter(keys -> hasKey(keys, keyId));
        if (known.isPresent()) {
            return known.get();
        }
        cache.awaitRefresh(deadline.remaining());
        return cache.inForce().orElseThrow(() -> new InvalidProviderResponse("the issuer's keys cannot be read"));
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

    private static boolean hasKey(JWKSet keys, Optional<String> keyId) {
        return keyId.isEmpty() || keys.getKeyByKeyId(keyId.get()) != null;
    }
}
