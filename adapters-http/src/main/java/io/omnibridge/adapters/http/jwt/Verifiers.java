package io.omnibridge.adapters.http.jwt;

import java.time.Clock;
import java.util.function.Supplier;

/** Factories of token verifiers: with a shared secret, or with the keys that an issuer publishes. */
public final class Verifiers {

    /** Each takes some 500 bytes. */
    private static final int MAX_CACHED_TOKENS = 20_000;

    private Verifiers() {}

    /** Returns a verifier that accepts HS256 with this key, and no other algorithm. */
    public static TokenVerifier hmac(JwtPolicy policy, HmacKey key, Clock clock) {
        return hmac(policy, () -> key, clock);
    }

    /** Returns a verifier that accepts HS256 with the current key, and no other algorithm. */
    public static TokenVerifier hmac(JwtPolicy policy, Supplier<HmacKey> key, Clock clock) {
        return caching(policy, new HmacKeySource(key), clock);
    }

    /** Returns a verifier that accepts RS256/384/512 and ES256/384/512 with the published keys, which the caller closes. */
    public static TokenVerifier jwks(JwtPolicy policy, JwksKeys keys, Clock clock) {
        return caching(policy, keys, clock);
    }

    private static TokenVerifier caching(JwtPolicy policy, KeySource keys, Clock clock) {
        TokenChecks checks = new TokenChecks(policy, keys, clock);
        return new CachingVerifier(checks, keys, clock, MAX_CACHED_TOKENS);
    }
}
