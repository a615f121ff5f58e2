package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys with which issuers sign (RFC 7517 §5), remembered for an hour. A key that is not among them is looked for once
 * more, at most every half minute. Thread-safe.
 */
final class KeySets {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration COOL_DOWN = Duration.ofSeconds(30);
    private static final int MOST_KEYS = 100;

    private record Kept(JWKSet keys, Instant at) {}

    private final Transport transport;
    private final Clock clock;
    private final Map<URI, Kept> kept = new ConcurrentHashMap<>();

    KeySets(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /** The keys published there, if they can be had with the one named {@code keyId} among them. */
    JWKSet keys(URI url, Optional<String> keyId, Deadline deadline) throws RequestFailed, InvalidProviderResponse {
        Instant now = clock.instant();
        Kept known = kept.get(url);
        if (known != null) {
            boolean hasKey = keyId.isEmpty() || known.keys().getKeyByKeyId(keyId.get()) != null;
            if (now.isBefore(known.at().plus(hasKey ? FRESH : COOL_DOWN))) {
                return known.keys();
            }
        }
        JWKSet fresh = fetch(url, deadline);
        kept.put(url, new Kept(fresh, now));
        return fresh;
    }

    /** What is published there now. */
    JWKSet fetch(URI url, Deadline deadline) throws RequestFailed, InvalidProviderResponse {
        ProviderResponse answer =
                transport.send(ProviderRequest.get(url, Map.of("Accept", "application/json"), deadline.remaining()));
        if (answer.status() != 200 || answer.body().isEmpty()) {
            throw new InvalidProviderResponse("the issuer's keys cannot be read (status " + answer.status() + ")");
        }
        try {
            JWKSet keys = JWKSet.parse(new String(answer.body().get(), StandardCharsets.UTF_8));
            if (keys.size() > MOST_KEYS) {
                throw new InvalidProviderResponse("the issuer has too many keys");
            }
            return keys;
        } catch (ParseException e) {
            throw new InvalidProviderResponse("the issuer's keys are none");
        }
    }
}
