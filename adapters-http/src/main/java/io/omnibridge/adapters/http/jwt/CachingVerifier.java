package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Verifier that caches verified tokens by their SHA-256, while the same keys are in force. At every use it checks the token's
 * times, and that the keys which verified the token are still in force: a token of a withdrawn key is no longer accepted.
 * Refusals are not cached. Thread-safe; users share no lock.
 */
final class CachingVerifier implements TokenVerifier {

    private final TokenChecks checks;
    private final KeySource keys;
    private final Clock clock;
    private final int capacity;
    private volatile VerifiedTokenCache cache;

    /** @param capacity about how many tokens the cache keeps */
    CachingVerifier(TokenChecks checks, KeySource keys, Clock clock, int capacity) {
        this.checks = checks;
        this.keys = keys;
        this.clock = clock;
        this.capacity = capacity;
        this.cache = new VerifiedTokenCache(header -> List.of(), capacity);
    }

    @Override
    public Caller verify(String token) {
        VerifiedToken verified = verified(token);
        verified.requireForService();
        return verified.caller();
    }

    @Override
    public Caller verifyAgent(String token) {
        return verified(token).caller();
    }

    private VerifiedToken verified(String token) {
        Optional<KeySet> inForce = keys.inForce();
        if (inForce.isEmpty() || token.length() > CompactToken.MAX_LENGTH) {
            return checks.check(token);
        }
        return verified(token, cacheOf(inForce.get()));
    }

    private VerifiedToken verified(String token, VerifiedTokenCache tokens) {
        String digest = TokenDigest.of(token);
        Instant now = clock.instant();
        VerifiedToken verified = tokens.get(digest, now).orElse(null);
        if (verified == null) {
            verified = checks.check(token);
            tokens.put(digest, verified, now);
        }
        return verified;
    }

    /**
     * Returns the cache of these keys, and drops the cache of any others. A token whose check overlaps a change of keys is cached,
     * if at all, with the former keys, whose cache is not used again. So this compares objects, not values: keys that return after
     * a change are another set.
     */
    @SuppressWarnings("ReferenceEquality")
    private VerifiedTokenCache cacheOf(KeySet inForce) {
        VerifiedTokenCache current = cache;
        if (current.keys() != inForce) {
            current = new VerifiedTokenCache(inForce, capacity);
            cache = current;
        }
        return current;
    }
}
